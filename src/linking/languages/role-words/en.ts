import { words } from '../language-words.ts';
import type { RoleGrammar } from './role-grammar.ts';

export const en: RoleGrammar = {
  offices: [
    { office: 'president', head: 'president' },
    { office: 'head-of-government', head: 'prime minister|premier|chancellor|taoiseach|head of government' },
    { office: 'monarch', head: 'king|queen|monarch|emperor|sultan|emir' },
    { office: 'pope', head: 'pope|pontiff' },
    {
      office: 'foreign-minister',
      head: 'foreign minister|foreign secretary|minister of foreign affairs|minister for foreign affairs|foreign affairs minister|secretary of state|secretary of state for foreign affairs|(?:top|chief) diplomat|(?:foreign policy|foreign affairs|diplomacy) chief|high representative for foreign affairs(?: and security policy)?',
    },
    {
      office: 'foreign-minister',
      head: 'high representative',
      tail: 'for foreign affairs(?: and security policy)?',
    },
    {
      office: 'defence-minister',
      head: 'defen[cs]e (?:minister|secretary|chief)|minister of (?:national )?defen[cs]e|secretary of (?:defen[cs]e|war)',
    },
    {
      office: 'finance-minister',
      head: 'finance minister|minister of finance|treasury secretary|secretary of the treasury|chancellor of the exchequer',
    },
    {
      office: 'interior-minister',
      head: 'interior minister|minister of the interior|minister of internal affairs|home secretary',
    },
    { office: 'secretary-general', head: 'secretary[- ]general' },
    { office: 'director-general', head: 'director[- ]general' },
    { office: 'managing-director', head: 'managing director' },
    { office: 'chair', head: 'chair(?:man|woman|person)?' },
    { office: 'governor', head: 'governor' },
    { office: 'commissioner', head: 'high commissioner' },
    { office: 'leader', head: '(?:supreme )?leader' },
    { office: 'head-of-state', head: 'head of state' },
    { office: 'chief', head: 'chief|head|boss' },
  ],
  placeBefore: {
    adjective: `['’]?s?\\s(?:(?:current|sitting|new|newly elected|incumbent)\\s)?`,
    name: `['’]?s?\\s(?:(?:current|sitting|new|newly elected|incumbent)\\s)?`,
  },
  placeAfter: '\\sof\\s(?:the\\s)?',
  adjectiveFollows: false,
  articles: words('the'),
  spoilers: words(`
    a an another any every no some each former ex late then then-  next future first second last previous would-be acting
    interim deputy vice assistant under honorary shadow self-declared self-proclaimed as became become becomes becoming
    elected re-elected named appointed sworn chosen nominated called for dead old onetime one-time ousted deposed exiled
    aspiring counterpart longest youngest oldest office`),
  elsewhen: /^,? (?:at (?:the|that) time|back then|in those days|of the day)(?!\p{L})/iu,
  continued:
    /^(?:\s(?:of|for|to)\s|-\p{L}|[’']s?\s(?:office|administration|palace|residence|job|post|party|council)(?!\p{L}))/iu,
  stateWords: words(`
    of the and republic federation federal kingdom confederation state states union united people's islamic democratic
    commonwealth city`),
};
