/** One way to find the names of a list in a text: fold case and diacritics, whole words, leftmost-longest. */
export interface Contestant {
  readonly title: string;
  /** Names are as written and differ when folded; to fold them is part of building. */
  build(names: readonly string[]): Matcher | Promise<Matcher>;
  /** The greatest number of names that makes sense; more are skipped with the reason given. */
  readonly limit?: { readonly names: number; readonly reason: string };
  /** Finds nothing: it shows what reading the text alone costs. */
  readonly isFloor?: boolean;
}

export interface Matcher {
  /**
   * Start, end and index of the name for each match, in text order; -1 where the contestant cannot tell which name it was.
   * The array may be the same one at each call.
   */
  scan(text: string): Int32Array;
  /** What a browser would store, where there is such a thing. */
  readonly bytes?: ArrayBuffer;
  /** Opens the stored bytes, as when a browser starts. */
  readonly open?: (bytes: ArrayBuffer) => { scan(text: string): Int32Array };
}
