/** Slovene: nouns, adjectives, surnames and place names. */

/** Columns: genitive, dative, accusative, instrumental, locative. */
export const slovene = {
  abbreviations: 'a u om ja ju jem jev ji jo e o',
  any: `
    bcčdfghjklmnprsštvzžxwqe 0  a  u       a      om/em   u
    rl                0   ja      ju      ja     jem     ju
    *                 ec  ca      cu      ca     cem     cu
    *                 ek  ka      ku      ka     kom     ku
    *                 el  la      lu      la     lom     lu
    *                 en  na      nu      na     nom     nu
    *                 elj lja     lju     lja    ljem    lju
    *                 er  ra      ru      ra     rom     ru
    *                 ev  va      vu      va     vom     vu
    bcčdfghjklmnprsštvzžxwieou a e i/ji    o/jo   o/jo    i/ji
    *                 ev  ve      vi      -      vijo    vi
    *                 a   a       u       a      om      u
    bcčdfghjklmnprsštvzžxwieu o a u         -      om/em   u
    bcčdfghjklmnprsštvzžxw e  a   u       -      em/om   u
    aeiouy            0   ja      ju      ja     jem/jom ju
    *                 e   eta     etu     eta    etom    etu
    kšc               a   -       -       -      -       em
    *                 e   0       am      -      ami     ah
    *                 i   ov/ev   om/em   e      i       ih
    *                 ci  cev     cem     ce     ci      cih
    tdšžlnv           0   i       i       -      jo      i`,
  adjective: `
    *                 i   ega     emu     ega    im      em
    *                 y   ega     emu     ega    im      em
    *                 ij  ega     emu     ega    im      em
    *                 yj  ega     emu     ega    im      em
    *                 0   ega     emu     ega    im      em
    *                 en  nega    nemu    nega   nim     nem
    *                 el  lega    lemu    lega   lim     lem
    *                 o   ega     emu     -      im      em
    *                 e   ih      im      -      imi     ih
    *                 i   ih      im      e      imi     ih
    *                 a   ih      im      -      imi     ih`,
  several: `
    *                 a   0       om      -      i       ih`,
  single: `
    *                 0   ovega/ove/ovih ovemu/ovi ova/ovo/ov ovim/ovimi ovem/ovi
    *                 el  lovega/love/lovih lovemu/lovi lova/lovo/lov lovim/lovimi lovem/lovi
    *                 a   ovega/ove/ovih ovemu/ovi ova/ovo/ov ovim/ovimi ovem/ovi
    *                 o   ovega/ove/ovih ovemu/ovi ova/ovo/ov ovim/ovimi ovem/ovi
    cčšžj             0   evega/eve/evih evemu/evi eva/evo/ev evim/evimi evem/evi`,
  plural: `
    *                 ec  cev     cem     ce     ci      cih   ci
    *                 0   ov/ev   om/em   e      i       ih    i/je
    *                 ka  k       kam     ke     kami    kah   ke`,
};
