/** Spanish: the plurals of names in small letters and of peoples. */

export const spanish = {
  abbreviations: '',
  plural: `
    aeiouáéó          0   s
    dlnrjy            0   es
    *                 ón  ones
    *                 z   ces`,
};
