/** Scores what the engine says against labels: exact spans and right records, every mention by itself. */

import type { Annotation, Span } from '../../model/link.ts';
import type { LabelledMention, LabelledText } from './labelled-text.ts';

/** What became of one label, or of something the engine said without a label. */
export interface Outcome extends Span {
  readonly type: OutcomeType;
  readonly text: string;
  readonly language: string;
  readonly set: string | null;
  readonly traps: readonly string[];
  /** The label's kind; of links on unlabelled text the link's. */
  readonly kind: string;
  readonly quote: string;
  readonly expected: string | null;
  readonly found: string | null;
  /** Whether the packs know the labelled thing. */
  readonly isHeld: boolean;
}

/**
 * `right` is the one true positive. `wrong-record` is a false positive and a false negative, `on-nothing` (a name of
 * something else) and `spurious` (no label there) are false positives, `missed` is a false negative. `undecided` is a
 * miss for which the engine showed the right record among others; `inside` a right link on a label that lies in a
 * longer one, which is neither right nor wrong, like a right link on an optional label.
 */
export type OutcomeType =
  | 'right'
  | 'wrong-record'
  | 'on-nothing'
  | 'spurious'
  | 'missed'
  | 'undecided'
  | 'inside'
  | 'optional';

interface Said extends Span {
  readonly type: 'link' | 'ambiguous' | 'unknown-plan';
  readonly quote: string;
  readonly kind: string;
  readonly ids: readonly string[];
}

/** What became of every label of a text and of everything that the engine said in its labelled regions. */
export function scoreMentions(labelled: LabelledText, annotation: Annotation): Outcome[] {
  const inRegions = ({ start, end }: Span): boolean =>
    labelled.regions.some((region) => region.start <= start && end <= region.end);
  const mentions = labelled.mentions.filter(inRegions);
  const outer = withoutNested(mentions);
  const bySpan = new Map(outer.map((mention) => [spanKey(mention), mention]));
  const inner = new Map(
    mentions.filter((mention) => !outer.includes(mention)).map((mention) => [spanKey(mention), mention]),
  );
  const met = new Set<LabelledMention>();
  const outcomes: Outcome[] = [];
  const note = (type: OutcomeType, mention: LabelledMention | null, said: Said | null): void => {
    outcomes.push(describe({ type, mention, said, labelled }));
  };
  for (const said of saidIn(annotation, labelled).filter(inRegions)) {
    const mention = bySpan.get(spanKey(said));
    if (mention) {
      met.add(mention);
      note(judge(said, mention), mention, said);
      continue;
    }
    const nested = inner.get(spanKey(said));
    if (nested && judge(said, nested) === 'right') note('inside', nested, said);
    else if (said.type !== 'ambiguous' || labelled.labelsDoubt) note('spurious', null, said);
  }
  for (const mention of outer) {
    const isExpected = mention.meaning.type !== 'nothing' && !mention.isOptional;
    if (isExpected && !met.has(mention)) note('missed', mention, null);
  }
  return outcomes.sort((a, b) => a.start - b.start || b.end - a.end);
}

const spanKey = ({ start, end }: Span): string => `${start} ${end}`;

/** The labels that lie in no longer one. */
function withoutNested(mentions: readonly LabelledMention[]): LabelledMention[] {
  const longestFirst = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return longestFirst.filter((mention) => {
    const isFree = mention.end > end;
    if (isFree) end = mention.end;
    return isFree;
  });
}

function saidIn({ links, ambiguous, unresolvedPlans }: Annotation, { labelsDoubt }: LabelledText): Said[] {
  return [
    ...links.map((link): Said => ({ ...link, type: 'link', ids: [link.id] })),
    ...ambiguous.map(
      ({ start, end, quote, candidates }): Said => ({
        start,
        end,
        quote,
        type: 'ambiguous',
        kind: candidates[0]?.kind ?? 'plan',
        ids: candidates.map(({ id }) => id),
      }),
    ),
    ...(labelsDoubt ? unresolvedPlans : []).map(
      (plan): Said => ({ ...plan, type: 'unknown-plan', kind: 'plan', ids: [] }),
    ),
  ];
}

function judge(said: Said, { meaning, isOptional }: LabelledMention): OutcomeType {
  if (meaning.type === 'nothing') return said.type === 'ambiguous' && isOptional ? 'optional' : 'on-nothing';
  if (meaning.type === 'unknown-plan') return said.type === 'unknown-plan' ? 'right' : 'wrong-record';
  if (meaning.type === 'ambiguous') {
    const isRight = said.type === 'ambiguous' && meaning.ids.every((id) => said.ids.includes(id));
    return isRight ? 'right' : 'wrong-record';
  }
  const isIncluded = said.ids.some((id) => meaning.ids.includes(id));
  if (said.type === 'ambiguous') return isIncluded ? 'undecided' : 'wrong-record';
  if (!isIncluded) return 'wrong-record';
  return isOptional ? 'optional' : 'right';
}

function describe({
  type,
  mention,
  said,
  labelled,
}: {
  type: OutcomeType;
  mention: LabelledMention | null;
  said: Said | null;
  labelled: LabelledText;
}): Outcome {
  const { start, end } = said ?? mention ?? { start: 0, end: 0 };
  return {
    type,
    start,
    end,
    text: labelled.name,
    language: labelled.language ?? 'unknown',
    set: labelled.set,
    traps: labelled.traps,
    kind: mention?.kind ?? said?.kind ?? 'other',
    quote: labelled.text.slice(start, end),
    expected: mention && describeMeaning(mention),
    found: said && (said.type === 'unknown-plan' ? '(unknown plan)' : said.ids.join(' or ')),
    isHeld: mention !== null && isHeld(mention),
  };
}

function describeMeaning({ meaning }: LabelledMention): string {
  switch (meaning.type) {
    case 'record':
      return meaning.ids.length > 0 ? meaning.ids.join(' or ') : meaning.gold;
    case 'ambiguous':
      return `ambiguous: ${meaning.ids.join(', ')}`;
    case 'unknown-plan':
      return '(unknown plan)';
    case 'nothing':
      return '(something else)';
  }
}

const isHeld = ({ meaning }: LabelledMention): boolean =>
  meaning.type === 'record' ? meaning.ids.length > 0 : meaning.type !== 'nothing';
