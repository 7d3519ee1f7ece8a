/** The part of mark.js that the bench uses. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: HTMLElement);
    mark(
      words: string[],
      options: {
        accuracy: 'exactly';
        caseSensitive: boolean;
        diacritics: boolean;
        separateWordSearch: boolean;
        done(count: number): void;
      },
    ): void;
  }
}
