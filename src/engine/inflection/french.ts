/** French: the plurals of names in small letters and of peoples. */

export const french = {
  abbreviations: '',
  plural: `
    *                 0   s
    *                 eau eaux
    *                 eu  eux
    *                 al  aux`,
};
