/**
 * What stands between two words: whether they belong to one phrase, one list, one sentence. Most gaps are a space, which is
 * told before any expression is asked.
 */

/** Says whether a gap is one space or one hyphen: the words belong to one phrase. */
export const isClose = (gap: string | null | undefined): boolean =>
  gap === ' ' ||
  (gap !== null && gap !== undefined && /^(?:[ \u00a0\u202f]|-|\u00ad|[\u2010-\u2013])$/u.test(gap));

export const isHyphen = (gap: string | null | undefined): boolean =>
  gap !== ' ' && gap !== null && gap !== undefined && /^(?:-|[\u2010-\u2013])$/u.test(gap);

/** As `isClose`, also over quotation marks: 'the “28-point” plan'. */
export const isLoose = (gap: string | null | undefined): boolean =>
  gap === ' ' ||
  (gap !== null &&
    gap !== undefined &&
    (isClose(gap) || /^["“”„«»'’]{0,2}[ \u00a0]["“”„«»'’]{0,2}$|^['’]$/u.test(gap)));

export const hasComma = (gap: string | null | undefined): boolean =>
  gap !== ' ' && gap !== null && gap !== undefined && /^["”’»]?,["”’»]? $/u.test(gap);

/** Says whether a gap keeps two words in one sentence. */
export const isInSentence = (gap: string | null | undefined): boolean =>
  gap === ' ' || (gap !== null && gap !== undefined && !/[.!?;:…\n]/u.test(gap));
