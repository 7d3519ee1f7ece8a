import type { Card } from '../model/card.ts';
import type { LinkCandidate } from '../model/link.ts';

/** Where a candidate's line is kept. */
export const candidateKey = ({ packId, id }: Pick<LinkCandidate, 'packId' | 'id'>): string =>
  `${packId} ${id}`;

/**
 * One line on each candidate as of the article's date, from its card: a person's role, what a plan is. A candidate whose
 * card cannot be had has none: its name and its evidence are still worth showing.
 */
export async function linesOfCandidates(
  candidates: readonly LinkCandidate[],
  getCard: (candidate: LinkCandidate) => Promise<Card | null>,
): Promise<ReadonlyMap<string, string>> {
  const cards = await Promise.allSettled(candidates.map(async (candidate) => getCard(candidate)));
  const lines = new Map<string, string>();
  cards.forEach((card, index) => {
    const candidate = candidates[index];
    const line = card.status === 'fulfilled' && card.value ? lineOf(card.value) : null;
    if (candidate && line) lines.set(candidateKey(candidate), line);
  });
  return lines;
}

function lineOf({ kind, roles, notKnown, description, details }: Card): string | null {
  const role = kind === 'person' ? (roles[0]?.text ?? notKnown?.nearest[0]?.text) : undefined;
  const country = details.find(({ heading }) => heading === 'Country' || heading === 'Part of');
  return role ?? description ?? (country ? country.text : null);
}
