import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { PageAmbiguity, PageLink, PageSummary } from '../model/status.ts';
import type { Found, Mark } from './mark.ts';

type Facts = Pick<PageSummary, 'title' | 'published' | 'language' | 'isTruncated'>;

/** What is on the page for the popup: each record and each question once, where it is first mentioned, with all its mentions. */
export function summarisePage(
  { title, published, language, isTruncated }: Facts,
  marks: readonly Mark[],
): PageSummary {
  const links = new Map<string, PageLink & { indices: number[] }>();
  const ambiguities = new Map<string, PageAmbiguity & { indices: number[] }>();
  const unresolvedPlans: { index: number; quote: string }[] = [];
  for (const { index, found } of marks) {
    const question = questionOf(found);
    if (question) {
      const key = ambiguityKey(question.candidates);
      const entry = ambiguities.get(key) ?? { ...question, indices: [] };
      entry.indices.push(index);
      ambiguities.set(key, entry);
    }
    if (found.type === 'link') {
      const { packId, id, kind, label } = found.link;
      const key = `${packId} ${id}`;
      const entry = links.get(key) ?? { packId, id, kind, label, indices: [] };
      entry.indices.push(index);
      links.set(key, entry);
    } else if (found.type === 'unresolvedPlan') {
      unresolvedPlans.push({ index, quote: found.plan.quote });
    }
  }
  return {
    title,
    published,
    language,
    links: [...links.values()],
    ambiguities: [...ambiguities.values()],
    unresolvedPlans,
    isTruncated,
  };
}

/** What the reader is or was asked about a mention; null where the evidence decided. */
function questionOf(found: Found): Omit<PageAmbiguity, 'indices'> | null {
  if (found.type === 'ambiguous') {
    const { quote, candidates, rule } = found.ambiguous;
    return { quote, candidates, rule, choice: null };
  }
  if (found.type !== 'link' || !found.link.choice) return null;
  const { quote, packId, id, choice } = found.link;
  const { candidates, rule, scope } = choice;
  return { quote, candidates, rule, choice: { packId, id, scope } };
}

/** The summary of a page that is not annotated. */
export const emptySummary: PageSummary = {
  title: null,
  published: null,
  language: null,
  links: [],
  ambiguities: [],
  unresolvedPlans: [],
  isTruncated: false,
};
