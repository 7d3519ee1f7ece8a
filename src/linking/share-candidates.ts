import type { Candidate, Mention } from '../model/link.ts';

/**
 * The mentions, with one list of candidates for all that are written alike: what the name alone says is then read once a
 * text, however often it stands there.
 */
export function shareCandidates(mentions: readonly Mention[], text: string): Mention[] {
  const byQuote = new Map<string, readonly Candidate[]>();
  return mentions.map((mention) => {
    const { start, end, candidates } = mention;
    const quote = text.slice(start, end);
    const known = byQuote.get(quote);
    if (!known) byQuote.set(quote, candidates);
    return known && areSame(known, candidates) ? { start, end, candidates: known } : mention;
  });
}

function areSame(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index++) if (!isSame(some[index], others[index])) return false;
  return true;
}

const isSame = (one: Candidate | undefined, other: Candidate | undefined): boolean =>
  one !== undefined &&
  one.id === other?.id &&
  one.packId === other.packId &&
  one.type === other.type &&
  one.weak === other.weak &&
  one.language === other.language &&
  one.inflected === other.inflected;
