/** Words of high office beside names, in the languages whose grammar is known. All patterns are for text without case. */

import type { Language } from '../../model/record.ts';

/** Offices of which nobody holds two at once in one government. */
export const offices = [
  'president',
  'primeMinister',
  'foreignMinister',
  'defenceMinister',
  'financeMinister',
  'interiorMinister',
] as const;
export type Office = (typeof offices)[number];

export interface OfficeWords {
  readonly offices: Readonly<Record<Office, string>>;
  /** Before an office: that it was left. */
  readonly former: string;
  /** Before or after an office: that it was won and not yet taken up. */
  readonly electBefore?: string;
  readonly electAfter?: string;
  /** Before an office: that the text speaks of another time, or of somebody in between. */
  readonly unclear: string;
}

export const officeWords: Readonly<Record<Language, OfficeWords>> = {
  en: {
    offices: {
      president: 'president',
      primeMinister: 'prime minister|premier',
      foreignMinister:
        'foreign minister|minister (?:of|for) foreign affairs|foreign secretary|secretary of state',
      defenceMinister:
        'defen[cs]e minister|minister (?:of|for) defen[cs]e|defen[cs]e secretary|secretary of (?:defen[cs]e|war)',
      financeMinister:
        'finance minister|minister (?:of|for) finance|treasury secretary|secretary of the treasury',
      interiorMinister: 'interior minister|minister (?:of|for) the interior|home secretary',
    },
    former: 'former|ex|one-time',
    electAfter: 'elect|designate',
    unclear: 'then|future|next|acting|interim|outgoing|vice|deputy|designated|possible|would-be',
  },
  uk: {
    offices: {
      president: 'президент(?:а|у|ові|ом|ка|ки|ку)?',
      primeMinister: "прем['’]?єр(?:[ -]?міністр)?(?:а|у|ові|ом|ка|ки)?",
      foreignMinister: '(?:глава мзс|міністр(?:а|у|ові|ом|ка|ки)? закордонних справ)',
      defenceMinister: 'міністр(?:а|у|ові|ом|ка|ки)? оборони',
      financeMinister: 'міністр(?:а|у|ові|ом|ка|ки)? фінансів',
      interiorMinister: 'міністр(?:а|у|ові|ом|ка|ки)? внутрішніх справ',
    },
    former: 'колишн(?:ій|ього|ьому|ім|я|ьої|ю|ьою)|екс|експрезидент',
    electBefore: '(?:ново)?обран(?:ий|ого|ому|им|а|ої)',
    unclear: 'тодішн(?:ій|ього|ьому|ім|я|ьої)|майбутн\\p{L}+|віце|заступник\\p{L}*|в\\.? ?о\\.?',
  },
  ru: {
    offices: {
      president: 'президент(?:а|у|ом|е)?',
      primeMinister: 'премьер(?:[ -]?министр)?(?:а|у|ом|е)?',
      foreignMinister: '(?:глава мид|министр(?:а|у|ом|е)? иностранных дел)',
      defenceMinister: 'министр(?:а|у|ом|е)? обороны',
      financeMinister: 'министр(?:а|у|ом|е)? финансов',
      interiorMinister: 'министр(?:а|у|ом|е)? внутренних дел',
    },
    former: 'бывш(?:ий|его|ему|им|ем|ая|ей|ую)|экс',
    electBefore: '(?:ново)?избранн(?:ый|ого|ому|ым|ая|ой)',
    unclear: 'тогдашн(?:ий|его|ему|им|яя|ей)|будущ\\p{L}+|вице|заместител\\p{L}*|и\\.? ?о\\.?',
  },
  fr: {
    offices: {
      president: 'président(?:e)?(?: de la république)?',
      primeMinister: 'premi(?:er|ère)[ -]ministre',
      foreignMinister: 'ministre des affaires étrangères|chef(?:fe)? de la diplomatie',
      defenceMinister: 'ministre de la défense|ministre des armées',
      financeMinister: 'ministre des finances',
      interiorMinister: "ministre de l['’]intérieur",
    },
    former: 'ancien(?:ne)?|ex',
    electAfter: 'élu(?:e)?',
    unclear: 'alors|futur(?:e)?|vice|par intérim',
  },
  de: {
    offices: {
      president: '(?:staats|bundes|us)?[ -]?präsident(?:en|in)?',
      primeMinister: 'ministerpräsident(?:en|in)?|premierminister(?:s|in)?|premier',
      foreignMinister: '(?:us[ -])?au(?:ß|ss)enminister(?:s|in)?',
      defenceMinister: 'verteidigungsminister(?:s|in)?',
      financeMinister: '(?:bundes)?finanzminister(?:s|in)?',
      interiorMinister: '(?:bundes)?innenminister(?:s|in)?',
    },
    former: '(?:ehemalig|früher)(?:e|er|en|em)|ex|alt',
    electBefore: '(?:designiert|gewählt)(?:e|er|en|em)',
    electAfter: 'elect',
    unclear: 'damalig\\p{L}+|künftig\\p{L}+|vize|stellvertretend\\p{L}+|amtierend\\p{L}+|scheidend\\p{L}+',
  },
  es: {
    offices: {
      president: 'president[ea]',
      primeMinister: 'primer(?:a)? ministr[oa]',
      foreignMinister: 'ministr[oa] de (?:asuntos exteriores|exteriores|relaciones exteriores)|canciller',
      defenceMinister: 'ministr[oa] de defensa',
      financeMinister: 'ministr[oa] de (?:finanzas|hacienda|economía)',
      interiorMinister: 'ministr[oa] del interior',
    },
    former: 'ex|antigu[oa]',
    electAfter: 'elect[oa]',
    unclear: 'entonces|futur[oa]|vice|en funciones|interin[oa]',
  },
  pl: {
    offices: {
      president: 'prezydent(?:a|owi|em|ka|ki)?',
      primeMinister: 'premier(?:a|owi|em)?',
      foreignMinister: '(?:szef(?:a|em|owa)? msz|minist(?:er|ra|rowi|rem|ra) spraw zagranicznych)',
      defenceMinister: 'minist(?:er|ra|rowi|rem) obrony(?: narodowej)?',
      financeMinister: 'minist(?:er|ra|rowi|rem) finansów',
      interiorMinister: 'minist(?:er|ra|rowi|rem) spraw wewnętrznych',
    },
    former: 'był(?:y|ego|emu|ym|a|ej|ą)|eks',
    electAfter: 'elekt(?:a|owi|em|ka)?',
    unclear: 'ówczesn\\p{L}+|przyszł\\p{L}+|wice|p\\.? ?o\\.?',
  },
};
