import { withLock } from '../folder-lock.ts';
import { type PackCall, textOption, UsageError } from '../pack-subcommand.ts';
import type { SiteOptions } from './open-site.ts';

/** What a command that changes a site needs of its call. `site`: as it was typed. @throws {UsageError} */
export function siteOptionsOf(call: PackCall, site: string): SiteOptions {
  const keys = textOption(call, 'keys');
  if (!keys) throw new UsageError('Say where the keys are: --keys DIR');
  const { env, askSecret } = call;
  return {
    folder: call.resolvePath(site),
    keys: call.resolvePath(keys),
    passphrases: { env, askSecret },
    now: call.now(),
  };
}

/** One command at a time changes a site. */
export const withSiteLock = <T>({ folder }: SiteOptions, work: () => Promise<T>): Promise<T> =>
  withLock(`${folder}.lock`, work);
