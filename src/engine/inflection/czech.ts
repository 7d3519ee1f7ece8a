/** Czech: nouns, adjectives, surnames and place names. */

const hard = 'bdfghklmnprstvwzx';
const soft = 'cčďjňřšťžlszx';

/** Columns: genitive, dative, accusative, instrumental, locative, vocative. */
export const czech = {
  abbreviations: 'u a em ovi y ů ům ech e i',
  any: `
    ${hard}q          0   a/u     u/ovi   a      em      u/ovi/ě/e e/u
    ${soft}           0   e/ě     i/ovi   e      em      i/ovi i/e
    *                 ek  ka/ku   ku/kovi ka     kem     ku/kovi ku
    *                 ec  ce      ci/covi ce     cem     ci/covi če
    *                 el  la      lu/lovi la     lem     lu/lovi le
    *                 en  na      nu/novi na     nem     nu/novi -
    *                 et  ta      tu/tovi ta     tem     tu/tovi -
    *                 ev  va/vi   vi      -      ví      vi    -
    *                 eň  ně      ni      -      ní      ni    -
    *                 ům  omu     omu     -      omem    omě/omu -
    *                 k   -       -       -      -       ce    -
    ${hard}           a   y       ě/e/ovi u      ou      ě/e/ovi o
    *                 ha  -       ze      -      -       ze    -
    *                 ga  -       ze      -      -       ze    -
    *                 ka  -       ce      -      -       ce    -
    *                 cha -       še      -      -       še    -
    *                 ra  -       ře      -      -       ře    -
    ${soft}           a   i/e/ě   i/e     u/i    ou/í    i/e   o/e
    eiou              a   e/je/y  i/ji    u/ju   ou/jí   i/ji  -
    ${hard}           o   a       ovi/u   a/-    em      ovi/u/ě/e -
    *                 o   a       ovi     a      ou      ovi   -
    i                 o   a       u       a      em      u     -
    *                 e   -       i       i      í       i     -
    *                 ě   -       i       i      í       i     -
    *                 ie  -       ii      ii     ií      ii    -
    *                 ce  c       cím     -      cemi    cích  -
    *                 e   ete     eti     -      etem    eti   -
    ${soft}nts        0   ě/e/i   i       -      í       i     -
    *                 ř   e       i       -      í       i     -
    *                 y   0/ů     ům/ám   -      y/ami/emi ech/ách -
    *                 e   ů/í     ům/ím   -      i/emi   ech/ích -
    *                 é   ů       ům      -      y       ech   -
    *                 i   ů       ům      -      y       ech/ích -
    *                 ci  ců/ků   cům/kům ce/ky  ci/ky   cích  -
    *                 ové ů       ům      y      y       ech   -
    *                 ané anů     anům    any    any     anech -
    *                 ky  -       -       -      -       cích  -
    *                 hy  -       -       -      -       zích  -`,
  adjective: `
    *                 ý   ého     ému     ého    ým      ém    -
    *                 í   ího     ímu     ího    ím      ím    -
    *                 yj  ého     ému     ého    ým      ém    -
    *                 ij  ého     ému     ého    ým      ém    -
    *                 i   ého     ému     ého    ým      ém    -
    *                 y   ého     ému     ého    ým      ém    -
    *                 á   é       é       ou     ou      é     -
    *                 é   ého     ému     -      ým      ém    -
    *                 é   ých     ým      -      ými     ých   -
    *                 í   ích     ím      -      ími     ích   -
    yie               0   ho      mu      ho     m       m     -`,
  several: `
    *                 a   0       ům      -      y       ech   -`,
  single: `
    *                 0   ova/ových ovu/ových ova/ovu/ovy ovým/ovými ově/ových ův/ovo/ovi
    *                 el  lova/lových lovu/lových lova/lovu/lovy lovým/lovými lově/lových lův/lovo/lovi
    *                 a   ova/ových ovu/ových ova/ovu/ovy ovým/ovými ově/ových ův/ovo/ovi
    *                 o   ova/ových ovu/ových ova/ovu/ovy ovým/ovými ově/ových ův/ovo/ovi`,
  later: `
    *                 0   ové     ové     ovou   ovou    ové   ová
    *                 el  lové    lové    lovou  lovou   lové  lová
    *                 a   ové     ové     ovou   ovou    ové   ová
    *                 o   ové     ové     ovou   ovou    ové   ová`,
  plural: `
    *                 ec  ců      cům     ce     ci      cích  ci/cové
    *                 an  anů     anům    any    any     anech ané/ani
    *                 k   ků      kům     ky     ky      cích  ci/kové
    *                 0   ů       ům      y      y       ech   i/ové`,
};
