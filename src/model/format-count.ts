/** "1,212". */
export const formatCount = (count: number): string => count.toLocaleString('en-GB');

/** "1 record", "1,212 records". */
export const countRecords = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'record' : 'records'}`;
