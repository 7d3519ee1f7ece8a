/** The grammar of plan references: plans named by their number of points rather than by a name. */

import type { Span } from '../model/link.ts';
import { planPatterns } from './languages/plan-grammar.ts';
import { countPattern, parseCount } from './number-words.ts';

export interface PlanReference extends Span {
  readonly pointCount: number;
  /** The head noun as written, in lower case: `plan`, `proposal`. */
  readonly noun: string;
}

const nouns =
  'accord|agreement|agenda|blueprint|communiqu[eé]|deal|declaration|document|draft|formula|framework|initiative|memorandum|offer|outline|package|paper|peace plan|plan|programme|program|proposal|resolution|roadmap|road map|settlement|text|treaty|version';
const hyphen = '[-\\u2010\\u2011\\u2012\\u2013]';
const noun = `(?:${nouns})`;
/** Words after which the points are another thing's: "a 28-point lead in the plan", "a 28-point game plan". */
const otherThings =
  'advantage|average|decline|deficit|drop|fall|font|gain|game|gap|increase|jump|lead|lesson|loss|margin|night|performance|quarter|rise|swing|turnaround|type|victory|win';
/** Up to four words between count and noun: "28-point U.S.-drafted peace plan". No comma, no verb-like break. */
const modifiers = `(?:(?!(?:${otherThings}|and|or|but|that|which|who|in|on|at|by|for|from|to|with|than|as|is|was|were|are|of|over)\\b)(?:(?:\\p{L}\\.){2,}(?:[-\\u2010\\u2011][\\p{L}\\p{N}-]+)?|[\\p{L}\\p{N}][\\p{L}\\p{N}’'\\u2010\\u2011-]*)\\s){0,4}?`;
const start = '(?<![\\p{L}\\p{N}.,-])';
const end = '(?![\\p{L}\\p{N}])';

/** Each with groups `count` and `noun`. */
const patterns = [
  // "28-point proposal", "nineteen point peace plan", "28-point U.S.-drafted draft agreement", "28-point, US-drafted plan"
  `${start}(?<count>${countPattern})(?:${hyphen}points?| point)[,"”’]?\\s${modifiers}(?<noun>${noun}(?:\\s${noun})*)${end}`,
  // "the plan's 28 points", "the proposal’s original 28 points"
  `${start}(?<noun>${noun})['’]s\\s(?:\\p{L}+\\s)?(?<count>${countPattern})\\spoints${end}`,
  // "a plan of 19 points", "a proposal containing 28 points", "the plan, which has 28 points"
  `${start}(?<noun>${noun})(?:\\s(?:of|with|in|containing|comprising|consisting of)|,?\\s(?:which|that)\\s(?:has|had|contains|contained|comprises|comprised|consists of|consisted of))\\s(?:\\p{L}+\\s)?(?<count>${countPattern})\\spoints${end}`,
  // "the 28 points of the American plan"
  `${start}(?<count>${countPattern})\\spoints\\s(?:of|in)\\sthe\\s${modifiers}(?<noun>${noun})${end}`,
  ...Object.values(planPatterns)
    .flat()
    .map((source) => `${start}${source}${end}`),
].map((source) => new RegExp(source, 'giu'));
/**
 * The plan references in a text of any known language, in text order, never overlapping; articles and "initial" stay
 * outside.
 */
export function findPlanReferences(text: string): PlanReference[] {
  const found: PlanReference[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { count = '', noun: head = '' } = match.groups ?? {};
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        pointCount: parseCount(count),
        noun: head.toLowerCase(),
      });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let lastEnd = 0;
  return found.filter((reference) => {
    const isFree = reference.start >= lastEnd;
    if (isFree) lastEnd = reference.end;
    return isFree;
  });
}
