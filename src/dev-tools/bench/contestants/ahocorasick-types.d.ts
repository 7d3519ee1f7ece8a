declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** The offset of the last unit, and every keyword that ends there. */
    search(text: string): [last: number, keywords: string[]][];
  }
}
