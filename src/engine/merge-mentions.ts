import type { Candidate, Mention } from '../model/link.ts';
import type { Language } from '../model/record.ts';

/**
 * Mentions of names as they are and of inflected names in a text of some language, leftmost-longest and without overlaps.
 * Where both have the same span, a name as it is decides, unless it is of another language: "Putina" may be written down
 * as a Polish form and is one in a Czech text too.
 */
export function mergeMentions(
  exact: readonly Mention[],
  inflected: readonly Mention[],
  language: Language,
): Mention[] {
  // Sorting is stable: of one span the exact mention comes first.
  const ordered = [...exact, ...inflected].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Mention[] = [];
  for (const mention of ordered) {
    const last = merged.at(-1);
    if (!last || mention.start >= last.end) merged.push(mention);
    else if (last.start === mention.start && last.end === mention.end) {
      merged[merged.length - 1] = joined(last, mention, language);
    }
  }
  return merged;
}

function joined(first: Mention, second: Mention, language: Language): Mention {
  const isDecided = first.candidates.some(
    (candidate) =>
      !candidate.inflected && (!candidate.language || isSameLanguage(candidate.language, language)),
  );
  if (isDecided) return first;
  const isNew = ({ packId, id }: Candidate): boolean =>
    !first.candidates.some(
      (candidate) => candidate.packId === packId && candidate.id === id && candidate.inflected,
    );
  return { ...first, candidates: [...first.candidates, ...second.candidates.filter(isNew)] };
}

/** Whether two tags are of one language, whatever the region. */
export const isSameLanguage = (a: Language, b: Language): boolean => a.split('-')[0] === b.split('-')[0];
