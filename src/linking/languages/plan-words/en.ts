import { anyOf, countUp, longNoun, nounTable, type PlanWords, wordSet } from './plan-words.ts';

export const en: PlanWords = {
  numbers: new Map([
    ...countUp(
      `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen`,
      1,
    ),
    ...countUp('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ]),
  numberJoints: wordSet('and'),
  points: anyOf('points'),
  pointAdjective: anyOf('points?'),
  nounOf: nounTable(`
    plan plan plans?
    plan proposal proposals?
    plan framework frameworks?
    plan formula formulas?|formulae
    plan roadmap roadmaps?
    plan blueprint blueprints?
    plan initiative initiatives?
    plan offer offers?
    plan package packages?
    plan program programs?|programmes?
    plan agenda agendas?
    plan outline outlines?
    plan scheme schemes?
    text document documents?
    text draft drafts?
    text text texts?
    text paper papers?
    text version versions?
    deal deal deals?
    deal accord accords?
    deal agreement agreements?
    deal treaty treaty|treaties
    deal settlement settlements?
    deal pact pacts?
    memorandum memorandum memorandums?|memoranda|memos?
    declaration declaration declarations?
    declaration communiqué communiqu[eé]s?
    resolution resolution resolutions?`),
  longNouns: [longNoun('road maps?', 'roadmap', 'plan'), longNoun('white papers?', 'white paper', 'text')],
  linkers: wordSet(`
    of with in containing comprising including has had have contains contained comprises comprised consists consisted
    includes included featuring spanning`),
  nearLinkers: new Set(),
  ofWords: wordSet('of in'),
  hasGenitive: false,
  breaks: wordSet(`
    a an and are at but by can could did do does for from has have he her his i if is it its may might must my on or our
    over she than that the their they this to was we were which who will with would you your of in as after before
    while when where until not`),
  otherThings: anyOf(`
    advantage average averages bump buck climb comeback cushion decline deer deficit difference dip drop edge effort fall favorite
    favourite font gain game games gap goal goals grade guard half high hike increase index innings jump lead leads lesson loss
    margin marker mark match matches mean meal night outburst outing penalty performance pick picks plunge poll prix
    quarter quarters race rally rebounds record rise run runs scorer scorers scoring season seat season-high slide slump
    spread spreads stag standings star stretch surge swing system tally title total touchdown turnaround turn type
    typeface underdog underdogs victory walk win wins lottery class playoff restraint seatbelt harness inspection scale
    test exam quiz`),
  about: wordSet('about around roughly some approximately nearly almost'),
  from: wordSet('from'),
  to: wordSet('to into'),
  changes: anyOf(
    `cut cuts cutting whittled whittling reduced reduces reducing pared trimmed trimming narrowed narrowing narrow shortened slimmed
    boiled condensed expanded extended grew grown shrank shrunk shrinking shrink went gone revised reworked rewritten down
    lowered lengthened`,
  ),
  replaces: wordSet('become becomes became instead of rather than now turn turned into'),
  definite: wordSet('the all these those its their both remaining original'),
  mayFollowNumber: wordSet(`
    after and as at because before but by during following for from in last on over points since so that this to under
    when which while with yesterday today`),
};
