import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SourceStatus, Status } from '../model/status.ts';
import { describeError } from '../ui/describe-error.ts';
import { AddSourceForm } from './add-source-form.tsx';
import { formatTime } from './format-time.ts';
import { InstallProgress } from './install-progress.tsx';
import type { OptionsServices } from './options-services.ts';
import { reloadWhile } from './reload-while.ts';
import { SourceTrust } from './source-trust.tsx';

type SourcesServices = Pick<
  OptionsServices,
  'addSource' | 'removeSource' | 'syncNow' | 'hasAccess' | 'requestOrigins' | 'revokeOrigin'
>;

/** Where packs come from, how each source is doing, and how to add one. */
export function SourcesSection(props: {
  services: SourcesServices;
  sources: readonly SourceStatus[];
  onStatus: (status: Status) => void;
  onReload: () => Promise<void>;
}): JSX.Element {
  const { services, onStatus, onReload } = props;
  const [busyId, setBusyId] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const run = async (id: string, action: () => Promise<Status>, done: (status: Status) => string) => {
    setBusyId(id);
    setMessage(null);
    try {
      const status = await reloadWhile(action(), onReload);
      onStatus(status);
      setMessage(done(status));
    } catch (error) {
      setMessage(describeError(error));
    }
    setBusyId(null);
  };
  const describeSync = (status: Status) => {
    const failed = status.sources.filter((source) => source.state.type === 'failed').length;
    return failed === 0
      ? 'All sources are up to date.'
      : `${failed} of ${status.sources.length} could not be reached.`;
  };

  return (
    <section id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Sources</h2>
      <p>
        Packs come from sources. Newsgloss looks for new versions now and then; a source learns that you ask,
        and nothing about what you read.
      </p>
      <ul class="rows" aria-label="Sources">
        {props.sources.map((source) => (
          <li key={source.id}>
            <div class="row-name">
              {source.isBundled ? 'Bundled with Newsgloss' : source.url}
              <SourceState source={source} />
              {source.state.type !== 'adding' && <SourceTrust trust={source.trust} now={Date.now()} />}
            </div>
            {!source.isBundled && source.state.type !== 'adding' && (
              <button
                type="button"
                class="button"
                aria-label={`Remove ${source.url}`}
                disabled={busyId !== null}
                onClick={() =>
                  void run(
                    source.id,
                    () => services.removeSource(source.id),
                    () => 'The source and its packs were removed.',
                  )
                }
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          class="button"
          disabled={busyId !== null}
          onClick={() => void run('all', () => services.syncNow(null), describeSync)}
        >
          {busyId === 'all' ? 'Syncing …' : 'Sync now'}
        </button>
      </p>
      <output class="section-message">{message}</output>
      <AddSourceForm services={services} onAdded={onStatus} onReload={onReload} />
    </section>
  );
}

function SourceState({ source }: { source: SourceStatus }): JSX.Element {
  const { state, lastSuccessAt } = source;
  const last = lastSuccessAt === null ? 'not synced yet' : `last synced ${formatTime(lastSuccessAt)}`;
  if (state.type === 'syncing' || state.type === 'adding')
    return <InstallProgress progress={state.progress} />;
  if (state.type === 'idle') return <p class="soft small">{capitalise(last)}</p>;
  return (
    <>
      <p class="alarm small">
        {state.message} ({formatTime(state.failedAt)})
      </p>
      <p class="soft small">{capitalise(last)}</p>
    </>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
