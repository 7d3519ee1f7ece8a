/** What deciding costs beside finding: the whole annotation of a text against the match alone, both with the bundled packs. */

import { annotateText } from '../../linking/annotate-text.ts';
import { loadKnowledge } from '../../pack-tools/load-knowledge.ts';
import { median } from './statistics.ts';

export interface AnnotationCost {
  readonly characters: number;
  /** Medians of processor time. */
  readonly matchMilliseconds: number;
  readonly annotateMilliseconds: number;
}

/** Rounds before the measured ones. */
const warmUpRounds = 10;

/** The cost of both on one English text. Rounds alternate, so that both meet the same machine. */
export async function measureAnnotation(text: string, rounds: number): Promise<AnnotationCost> {
  const knowledge = await loadKnowledge([]);
  const match: number[] = [];
  const annotate: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round++) {
    const matched = processorTime();
    knowledge.findMentions(text, 'en');
    const matchTime = processorTime() - matched;
    const annotated = processorTime();
    await annotateText({ text, language: 'en', asOf: '2025-12-01', contextIds: [] }, knowledge);
    const annotateTime = processorTime() - annotated;
    // A background worker has annotated before.
    if (round < 0) continue;
    match.push(matchTime);
    annotate.push(annotateTime);
  }
  return {
    characters: text.length,
    matchMilliseconds: median(match),
    annotateMilliseconds: median(annotate),
  };
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One line for a terminal. */
export function formatAnnotationCost({
  characters,
  matchMilliseconds,
  annotateMilliseconds,
}: AnnotationCost): string {
  const ratio = (annotateMilliseconds / matchMilliseconds).toFixed(1);
  return `annotation of ${characters} characters with the bundled packs: match ${matchMilliseconds.toFixed(1)} ms, all ${annotateMilliseconds.toFixed(1)} ms, ${ratio} times`;
}
