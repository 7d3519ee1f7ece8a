import { words } from '../language-words.ts';
import type { RoleGrammar } from './role-grammar.ts';

export const fr: RoleGrammar = {
  offices: [
    { office: 'president', head: 'présidente?', tail: 'de la république' },
    { office: 'president', head: 'présidente?' },
    {
      office: 'head-of-government',
      head: 'premi(?:er|ère)[- ]ministre|chancelier|chancelière|chef(?:fe)? du gouvernement|président du gouvernement',
    },
    { office: 'monarch', head: 'roi|reine|empereur|sultan|émir' },
    { office: 'pope', head: 'pape' },
    { office: 'foreign-minister', head: 'ministre', tail: 'des affaires étrangères' },
    {
      office: 'foreign-minister',
      head: "secrétaire d[’']état|chef(?:fe)? de la diplomatie|haute? représentante?",
    },
    { office: 'defence-minister', head: 'ministre', tail: '(?:de la défense|des armées)' },
    { office: 'finance-minister', head: 'ministre', tail: 'des finances' },
    { office: 'interior-minister', head: 'ministre', tail: "de l[’']intérieur" },
    { office: 'secretary-general', head: 'secrétaire générale?' },
    { office: 'director-general', head: 'direct(?:eur|rice) générale?' },
    { office: 'managing-director', head: 'direct(?:eur|rice) générale?' },
    { office: 'governor', head: 'gouverneure?' },
    { office: 'commissioner', head: 'haut[- ]commissaire' },
    { office: 'leader', head: 'dirigeante?|leader|homme fort' },
    { office: 'head-of-state', head: "chef(?:fe)? de l[’']état" },
    { office: 'chief', head: 'patronn?e?|chef(?:fe)?' },
  ],
  placeAfter: "\\s(?:de\\sla\\s|de\\sl[’']|du\\s|des\\s|de\\s|d[’'])",
  adjectiveFollows: true,
  articles: words("le la l' l’ du au"),
  spoilers: words(`
    un une tout aucun chaque ancien ancienne ex feu futur future prochain prochaine premier première vice vice- élu élue
    nommé nommée devenu devenue devient comme homologue défunt seul précédent précédente adjoint intérim éphémère office`),
  elsewhen: /^,? (?:de l[’']époque|à l[’']époque|d[’']alors|de ce temps)(?!\p{L})/iu,
  continued: /^(?:\s(?:de|du|des|d[’']|par intérim|élue?|désignée?|sortante?)(?!\p{L})|-\p{L})/iu,
  stateWords: words(
    'de la le l d du des république fédération fédérale royaume confédération état états union unis et',
  ),
};
