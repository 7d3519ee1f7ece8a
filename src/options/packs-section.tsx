import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { countRecords } from '../model/format-count.ts';
import { describeHeld, type HeldPack } from '../model/held-pack.ts';
import type { PackVersion } from '../model/pack.ts';
import type { PackId } from '../model/record.ts';
import type { Status } from '../model/status.ts';
import { describeError } from '../ui/describe-error.ts';
import { formatTime } from './format-time.ts';
import type { OptionsServices } from './options-services.ts';

type PacksServices = Pick<OptionsServices, 'acceptHeld' | 'refuseHeld' | 'rollBackPack'>;
type Decide = (action: () => Promise<Status>, done: string) => Promise<void>;

/** What is installed, whose work it is, and under which terms; and the reader's say on its versions. */
export function PacksSection(props: {
  services: PacksServices;
  packs: readonly PackVersion[];
  held: readonly HeldPack[];
  onStatus: (status: Status) => void;
}): JSX.Element {
  const { services, packs, held, onStatus } = props;
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const decide: Decide = async (action, done) => {
    setIsBusy(true);
    setMessage(null);
    try {
      onStatus(await action());
      setMessage(done);
    } catch (error) {
      setMessage(describeError(error));
    }
    setIsBusy(false);
  };
  const isInstalled = (packId: PackId): boolean => packs.some(({ id }) => id === packId);
  const heldRow = (version: HeldPack): JSX.Element => (
    <HeldVersion version={version} isBusy={isBusy} services={services} decide={decide} />
  );

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
                {pack.publisher} · {pack.licence} · version {pack.sequence} · {countRecords(pack.recordCount)}
              </p>
              <p class="soft small">Installed {formatTime(pack.installedAt)}</p>
            </div>
            {pack.previous && (
              <button
                type="button"
                class="button"
                aria-label={`Back to version ${pack.previous.sequence} of “${pack.title}”`}
                disabled={isBusy}
                onClick={() =>
                  void decide(
                    () => services.rollBackPack(pack.id),
                    `Version ${pack.previous?.sequence} of “${pack.title}” is in use again. Version ${pack.sequence} is left alone until its publisher brings out another.`,
                  )
                }
              >
                Back to version {pack.previous.sequence}
              </button>
            )}
            {held.filter(({ packId }) => packId === pack.id).map(heldRow)}
          </li>
        ))}
        {held
          .filter(({ packId }) => !isInstalled(packId))
          .map((version) => (
            <li key={version.packId}>{heldRow(version)}</li>
          ))}
      </ul>
      <output class="section-message">{message}</output>
    </section>
  );
}

/** A new version that waits: why, what it would change, and the two answers. Until then the one in use stays. */
function HeldVersion(props: {
  version: HeldPack;
  isBusy: boolean;
  services: PacksServices;
  decide: Decide;
}): JSX.Element {
  const { version, isBusy, services, decide } = props;
  const { packId, title, sequence } = version;
  const name = `version ${sequence} of “${title}”`;
  return (
    <div class="held">
      <p class="small">{describeHeld(version)}</p>
      <p class="held-answers">
        <button
          type="button"
          class="button"
          aria-label={`${version.version ? 'Use' : 'Fetch'} ${name}`}
          disabled={isBusy}
          onClick={() =>
            void decide(
              () => services.acceptHeld(packId),
              version.version
                ? `Version ${sequence} of “${title}” is in use. You can go back.`
                : `Version ${sequence} of “${title}” will be fetched again with the next sync.`,
            )
          }
        >
          {version.version ? 'Use' : 'Fetch'} version {sequence}
        </button>
        <button
          type="button"
          class="button"
          aria-label={`Leave out ${name}`}
          disabled={isBusy}
          onClick={() =>
            void decide(
              () => services.refuseHeld(packId),
              `Version ${sequence} of “${title}” is left out. The next one is looked at again.`,
            )
          }
        >
          Leave out version {sequence}
        </button>
      </p>
    </div>
  );
}
