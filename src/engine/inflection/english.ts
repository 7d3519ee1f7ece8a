/** English: the plurals of names in small letters and of peoples. */

export const english = {
  abbreviations: '',
  plural: `
    *                 0   s
    bcdfghjklmnpqrstvwxz y ies
    *                 s   ses
    xz                0   es
    *                 ch  ches
    *                 sh  shes
    *                 man men`,
};
