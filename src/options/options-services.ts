import type { PackId } from '../model/record.ts';
import type { Settings } from '../model/settings.ts';
import type { Status } from '../model/status.ts';

/** Everything the options page asks of the world outside. Calls that fail throw an error with words for the reader. */
export interface OptionsServices {
  readonly getStatus: () => Promise<Status>;
  readonly getSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<Settings>;
  readonly setSiteEnabled: (site: string, isEnabled: boolean) => Promise<unknown>;
  readonly addSource: (url: string) => Promise<Status>;
  readonly removeSource: (sourceId: string) => Promise<Status>;
  readonly syncNow: (sourceId: string | null) => Promise<Status>;
  /** Puts the held version of a pack to use. */
  readonly acceptHeld: (packId: PackId) => Promise<Status>;
  /** Drops the held version of a pack for good. */
  readonly refuseHeld: (packId: PackId) => Promise<Status>;
  /** Goes back to the version of a pack before the one in use. */
  readonly rollBackPack: (packId: PackId) => Promise<Status>;
  readonly countChoices: () => Promise<number>;
  readonly forgetChoices: () => Promise<unknown>;
  /** Match patterns that the reader has granted. */
  readonly getGrantedOrigins: () => Promise<readonly string[]>;
  /** Whether a match pattern is granted already, by itself or within another. */
  readonly hasAccess: (origin: string) => Promise<boolean>;
  /** Asks the browser at once: call it in the click handler, before any `await`, or Firefox refuses. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  readonly revokeOrigin: (origin: string) => Promise<boolean>;
  /** Calls `listener` when access was given or taken anywhere; returns what ends that. */
  readonly onAccessChange: (listener: () => void) => () => void;
}
