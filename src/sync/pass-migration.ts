import type { Upgrade } from '../store/migrations.ts';
import { failpoint } from './failpoints.ts';

/** Passes the failpoint of a migration, whose transaction stays open meanwhile: it would end without requests. */
export async function passMigration(upgrade: Upgrade): Promise<void> {
  if (!globalThis.newsglossFailpoints) return;
  let isPassed = false;
  const end = (): void => {
    isPassed = true;
  };
  const passing = failpoint('K14');
  passing.then(end, end);
  while (!isPassed) await upgrade.objectStore('packs').count();
  await passing;
}
