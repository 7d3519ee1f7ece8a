import { anyOf, countUp, longNoun, nounTable, type PlanWords, wordSet } from './plan-words.ts';

export const es: PlanWords = {
  numbers: new Map([
    ...countUp(
      `uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
      diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
      veintinueve`,
      1,
    ),
    ...countUp('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ['un', 1],
    ['veintiún', 21],
  ]),
  numberJoints: wordSet('y'),
  points: anyOf('puntos'),
  pointAdjective: null,
  nounOf: nounTable(`
    plan plan plan(?:es)?
    plan propuesta propuestas?
    plan proyecto proyectos?
    plan marco marcos?
    plan fórmula fórmulas?
    plan iniciativa iniciativas?
    plan oferta ofertas?
    plan programa programas?
    text documento documentos?
    text texto textos?
    text borrador borrador(?:es)?
    text versión versión|versiones
    deal acuerdo acuerdos?
    deal tratado tratados?
    deal pacto pactos?
    memorandum memorando memor[aá]ndum|memorandos?
    declaration declaración declaración|declaraciones
    declaration comunicado comunicados?
    resolution resolución resolución|resoluciones`),
  longNouns: [longNoun('hojas? de ruta', 'hoja de ruta', 'plan')],
  linkers: wordSet(
    'de con en que tiene contiene consta incluye tenía contenía constaba compuesto compuesta integrado',
  ),
  nearLinkers: new Set(),
  ofWords: wordSet('del de'),
  hasGenitive: false,
  breaks: wordSet(
    'y o pero porque una un su sus sube baja es son fue era ha han tras según gana ganó pierde',
  ),
  otherThings: anyOf(`
    ventaja diferencia ventajas bajada subida caída alza partido partidos índice bolsa encuesta encuestas victoria derrota
    goles rebotes jornada marcador`),
  about: wordSet('unos unas cerca aproximadamente alrededor'),
  from: wordSet('de'),
  to: wordSet('a'),
  changes: anyOf(
    'reducid[oa]s? redujo redujeron reducir recortad[oa]s? recortó pasó pasado pasaron acortad[oa]s? ampliad[oa]s? rebajad[oa]s? quedó',
  ),
  replaces: wordSet('pasan a quedan quedaron en lugar vez de'),
  definite: wordSet('los esos estos sus'),
  mayFollowNumber: wordSet('tras en y después durante desde antes pero para por puntos según'),
};
