import { words } from '../language-words.ts';
import type { RoleGrammar } from './role-grammar.ts';

export const pl: RoleGrammar = {
  offices: [
    { office: 'president', head: 'prezyden(?:t|ta|towi|tem|cie|tka|tki|tce|tkę|tką)' },
    {
      office: 'head-of-government',
      head: 'premier(?:a|owi|em|ze|ka|ki|ce|kę|ką)?|kanclerz(?:a|owi|em|u)?|(?:szef(?:a|owi|em|owa|owej|ową)?) rządu|prezes(?:a|owi|em)? rady ministrów',
    },
    {
      office: 'monarch',
      head: 'król(?:a|owi|em|u|owa|owej|ową)?|cesarz(?:a|owi|em|u)?|sułtan(?:a|owi|em|ie)?|emir(?:a|owi|em|ze)?',
    },
    { office: 'pope', head: 'papież(?:a|owi|em|u)?' },
    {
      office: 'foreign-minister',
      head: 'minist(?:er|ra|rowi|rem|rze|erka|erki|erce|erkę|erką) spraw zagranicznych|sekretarz(?:a|owi|em|u)? stanu',
    },
    {
      office: 'foreign-minister',
      head: 'szef(?:a|owi|em|ie|owa|owej|ową)?',
      tail: '(?:MSZ|dyplomacji|resortu spraw zagranicznych)',
    },
    {
      office: 'defence-minister',
      head: 'minist(?:er|ra|rowi|rem|rze|erka|erki|erce|erkę|erką) obrony(?: narodowej)?',
    },
    { office: 'defence-minister', head: 'szef(?:a|owi|em|ie|owa|owej|ową)?', tail: '(?:MON|resortu obrony)' },
    { office: 'finance-minister', head: 'minist(?:er|ra|rowi|rem|rze|erka|erki|erce|erkę|erką) finansów' },
    {
      office: 'interior-minister',
      head: 'minist(?:er|ra|rowi|rem|rze|erka|erki|erce|erkę|erką) spraw wewnętrznych',
    },
    { office: 'interior-minister', head: 'szef(?:a|owi|em|ie|owa|owej|ową)?', tail: '(?:MSW|MSWiA)' },
    { office: 'secretary-general', head: 'sekretarz(?:a|owi|em|u)? generaln(?:y|ego|emu|ym)' },
    {
      office: 'director-general',
      head: 'dyrektor(?:a|owi|em|ze|ka|ki|ce|kę|ką)? generaln(?:y|ego|emu|ym|a|ej|ą)',
    },
    {
      office: 'managing-director',
      head: 'dyrektor(?:a|owi|em|ze|ka|ki|ce|kę|ką)? zarządzając(?:y|ego|emu|ym|a|ej|ą)',
    },
    { office: 'commissioner', head: 'wysoki(?:ego|emu|m)? komisarz(?:a|owi|em|u)?' },
    { office: 'leader', head: 'przywódc(?:a|y|ę|ą)|przywódczyni|lider(?:a|owi|em|ze|ka|ki|ce|kę|ką)?' },
    { office: 'head-of-state', head: 'głow(?:a|y|ie|ę|ą) państwa' },
    { office: 'chief', head: 'szef(?:a|owi|em|ie|owa|owej|ową)?|prezes(?:a|owi|em)?' },
  ],
  placeBefore: { adjective: '\\s' },
  placeAfter: '\\s',
  adjectiveFollows: true,
  articles: new Set(),
  spoilers: words(`
    były byłego byłemu byłym była byłej eks zmarły zmarłego przyszły przyszłego przyszłemu następny następnego pierwszy
    pierwszego ostatni ostatniego wice wybrany wybranego został została zostanie zostać być był będzie jest wybrano
    mianowano urząd urzędu stanowisko stanowiska wybory wyborów wyborach kandydat kandydata kancelaria kancelarii biuro
    biura administracja administracji jako każdy ówczesny ówczesnego kolega zastępca zastępcy tymczasowy tymczasowego
    pełniący obowiązki samozwańczy`),
  elsewhen: /^,? (?:w (?:tym|tamtym|owym) czasie|wówczas|wtedy)(?!\p{L})/iu,
  continued: /^-\p{L}/u,
  predicate: {
    form: /(?:em|ym|ą|im)$/u,
    prepositions: words('z ze przed między nad pod za'),
  },
  stateWords: words('republiki federacji królestwa stanów zjednoczonych i rzeczypospolitej republika'),
};
