import type { JSX } from 'preact';
import type { PackVersion } from '../model/pack.ts';
import { formatTime } from './format-time.ts';

/** What is installed, whose work it is, and under which terms. */
export function PacksSection({ packs }: { packs: readonly PackVersion[] }): JSX.Element {
  return (
    <section id="packs" aria-labelledby="packs-heading">
      <h2 id="packs-heading">Packs</h2>
      {packs.length === 0 && <p class="soft">No pack is installed yet.</p>}
      <ul class="rows" aria-label="Installed packs">
        {packs.map((pack) => (
          <li key={pack.id}>
            <div class="row-name">
              <h3>{pack.title}</h3>
              <p class="soft small">
                {pack.publisher} · {pack.licence} · version {pack.sequence} ·{' '}
                {pack.recordCount.toLocaleString('en-GB')} {pack.recordCount === 1 ? 'record' : 'records'}
              </p>
              <p class="soft small">Installed {formatTime(pack.installedAt)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
