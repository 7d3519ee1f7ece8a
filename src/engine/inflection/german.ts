/** German: the genitive of names, and the adjectives and plurals in them. */

/** Columns: genitive, dative, accusative; the same adjective ending stands for many. */
export const german = {
  abbreviations: 's',
  any: `
    abcdefghijklmnopqrtuvwyäöüé 0 s - -`,
  several: `
    *                 e   en/er   en/er   en
    *                 er  en/es   en/em   en/e
    *                 es  en      en/em   e
    bcdfghklmnprtwßsz 0   es      e       -
    *                 e   -       en      -
    *                 er  -       ern     -
    *                 el  -       eln     -
    *                 0   en      en      en`,
  plural: `
    *                 e   en      en      en
    *                 er  -       ern     -
    *                 0   en      en      en`,
};
