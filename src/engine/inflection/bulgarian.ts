/** Bulgarian has lost its cases; the definite article is an ending of a name's first word. */

/** Columns: with the article, full and short; one case as far as agreement goes. */
export const bulgarian = {
  abbreviations: 'а ът то та те',
  first: `
    бгджзклмпрстфхцчшщ 0  ът/а
    вн                0   ът
    аеиоуъюя          й   я/ят
    лнрт              0   я/ят
    *                 ял  елия/елият
    *                 ец  еца/ецът
    тщчнл             0   та
    *                 а   ата
    *                 я   ята
    *                 о   ото
    *                 е   ето/ете
    *                 и   ите
    *                 а   ата
    *                 е   ята`,
  head: `
    *                 и   ия/ият
    ск                и   ия/ият
    *                 ен  ния/ният
    и                 ен  йния/йният
    *                 ел  лия/лият
    *                 ър  рия/рият
    бвгджзклмнпрстфхцчшщ 0 ия/ият
    вн                0   а`,
  plural: `
    *                 ец  ци/ците
    *                 ин  и/ите
    *                 к   ци/ците
    *                 0   и/ите`,
};
