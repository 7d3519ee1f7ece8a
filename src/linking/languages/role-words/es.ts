import { words } from '../language-words.ts';
import type { RoleGrammar } from './role-grammar.ts';

export const es: RoleGrammar = {
  offices: [
    { office: 'president', head: 'president[ea]', tail: 'de la república' },
    { office: 'president', head: 'president[ea]|mandatari[oa]' },
    {
      office: 'head-of-government',
      head: 'primer[a]? ministr[oa]|canciller|(?:jef[ea]|president[ea]) del gobierno',
    },
    { office: 'monarch', head: 'rey|reina|emperador|sultán|emir' },
    { office: 'pope', head: 'papa' },
    {
      office: 'foreign-minister',
      head: 'ministr[oa]',
      tail: '(?:de (?:asuntos|relaciones) exteriores|de exteriores)',
    },
    {
      office: 'foreign-minister',
      head: 'secretari[oa] de estado|jef[ea] de la diplomacia|alta? representante',
    },
    { office: 'defence-minister', head: 'ministr[oa]', tail: 'de defensa' },
    { office: 'finance-minister', head: 'ministr[oa]', tail: 'de (?:finanzas|hacienda|economía)' },
    { office: 'interior-minister', head: 'ministr[oa]', tail: 'del interior' },
    { office: 'secretary-general', head: 'secretari[oa] general' },
    { office: 'director-general', head: 'director[a]? general' },
    { office: 'managing-director', head: 'director[a]? gerente' },
    { office: 'governor', head: 'gobernador[a]?' },
    { office: 'commissioner', head: 'alt[oa] comisionad[oa]' },
    { office: 'leader', head: 'líder|dirigente' },
    { office: 'head-of-state', head: 'jef[ea] de estado|jef[ea] del estado' },
    { office: 'chief', head: 'jef[ea]' },
  ],
  placeAfter: '\\s(?:de\\sla\\s|de\\slos\\s|de\\slas\\s|del\\s|de\\s)',
  adjectiveFollows: true,
  articles: words('el la del al'),
  spoilers: words(`
    un una todo cualquier ningún cada ex expresidente antiguo antigua entonces futuro futura próximo próxima primer primera
    último última vice difunto elegido elegida electo nombrado nombrada como homólogo interino anterior`),
  elsewhen:
    /^,? (?:de entonces|por entonces|en ese (?:entonces|momento)|en aquel (?:entonces|momento)|de la época)(?!\p{L})/iu,
  continued: /^(?:\s(?:de|del|elect[oa]|interin[oa]|en funciones)(?!\p{L})|-\p{L})/iu,
  stateWords: words(
    'de del la el los las república federación federal reino confederación estado estados unidos unión y',
  ),
};
