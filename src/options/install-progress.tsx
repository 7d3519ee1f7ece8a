import type { JSX } from 'preact';
import { formatCount } from '../model/format-count.ts';
import type { InstallProgress as Progress } from '../model/status.ts';

const stages: Readonly<Record<Progress['stage'], string>> = {
  copying: 'Taking over what did not change',
  fetching: 'Fetching',
  patching: 'Fetching what changed',
  naming: 'Putting names in order',
  checking: 'Checking everything',
};

/** How far the installation of a pack has come. What is installed stays in use meanwhile. */
export function InstallProgress({ progress }: { progress: Progress | null }): JSX.Element {
  if (!progress) return <p class="soft small">Syncing …</p>;
  const { title, stage, bytesDone, bytesTotal, recordsDone, recordCount } = progress;
  return (
    <div class="soft small">
      <progress
        class="progress"
        aria-label={`Installing “${title}”`}
        max={Math.max(1, recordCount)}
        value={Math.min(recordsDone, recordCount)}
      />
      <p>
        {stages[stage]}: “{title}”, {formatCount(recordsDone)} of {formatCount(recordCount)} records
        {bytesTotal > 0 && `, ${formatBytes(bytesDone, bytesTotal)}`}
      </p>
    </div>
  );
}

/** "1.2 of 4.7 MB", "20 of 310 kB". */
function formatBytes(done: number, total: number): string {
  const [unit, size, digits] = total < 1e6 ? (['kB', 1e3, 0] as const) : (['MB', 1e6, 1] as const);
  return `${(done / size).toFixed(digits)} of ${(total / size).toFixed(digits)} ${unit}`;
}
