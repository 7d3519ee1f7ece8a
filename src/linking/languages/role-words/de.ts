import { words } from '../language-words.ts';
import type { RoleGrammar } from './role-grammar.ts';

export const de: RoleGrammar = {
  offices: [
    { office: 'president', head: '(?:staats|bundes)?präsident(?:en|in)?' },
    {
      office: 'head-of-government',
      head: '(?:bundes)?kanzler(?:s|in)?|(?:minister|premier)präsident(?:en|in)?|premierminister(?:s|in)?|premier(?:s)?|regierungschef(?:s|in)?',
    },
    { office: 'monarch', head: 'könig(?:s|in)?|kaiser(?:s)?|sultan(?:s)?|emir(?:s)?' },
    { office: 'pope', head: 'papst(?:es)?' },
    {
      office: 'foreign-minister',
      head: 'außenminister(?:s|in)?|außenbeauftragte(?:[rn])?|chefdiplomat(?:en|in)?|(?:minister|ministerin) für auswärtige angelegenheiten',
    },
    { office: 'defence-minister', head: 'verteidigungsminister(?:s|in)?' },
    { office: 'finance-minister', head: 'finanzminister(?:s|in)?' },
    { office: 'interior-minister', head: 'innenminister(?:s|in)?' },
    { office: 'secretary-general', head: 'generalsekretär(?:s|in)?' },
    { office: 'director-general', head: 'generaldirektor(?:s|in)?' },
    { office: 'managing-director', head: '(?:geschäftsführende )?direktor(?:s|in)?' },
    { office: 'governor', head: 'gouverneur(?:s|in)?' },
    { office: 'commissioner', head: 'hochkommissar(?:s|in)?' },
    { office: 'leader', head: 'machthaber(?:s)?|führer(?:s)?' },
    { office: 'head-of-state', head: 'staatschef(?:s|in)?|staatsoberhaupt(?:s|es)?' },
    { office: 'chief', head: 'chef(?:s|in)?' },
  ],
  placeBefore: { adjective: '\\s|[-\u2010\u2011]', name: '[-\u2010\u2011]|s?\\s' },
  placeAfter: '\\s(?:der\\s|des\\s|von\\s|vom\\s)?',
  adjectiveFollows: false,
  articles: words('der die den dem des vom zum beim'),
  spoilers: words(`
    ein eine einen einem einer eines kein keine jeder ehemalige ehemaligen ehemaliger frühere früheren früherer ex alt
    damalige damaligen künftige künftigen nächste nächsten verstorbene verstorbenen gewählte designierte amtierende vize
    erste ersten letzte letzten als zum wurde ist werden stellvertretende geschäftsführende`),
  elsewhen: /^ (?:von damals|zu (?:der|dieser|jener) Zeit)(?!\p{L})/iu,
  continued: /^(?:\s(?:der|des|von|vom|für|a\. ?D\.|i\. ?R\.)(?!\p{L})|[-\u2010\u2011]\p{L})/iu,
  stateWords: words(
    'der die das des von republik föderation königreich bundesrepublik staaten vereinigten union und',
  ),
};
