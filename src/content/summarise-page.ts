import type { PageLink, PageSummary } from '../model/status.ts';
import type { Mark } from './mark.ts';

type Facts = Pick<PageSummary, 'title' | 'published' | 'language' | 'isTruncated'>;

/** What is on the page for the popup: each record once, where it is first mentioned, with all its mentions. */
export function summarisePage(
  { title, published, language, isTruncated }: Facts,
  marks: readonly Mark[],
): PageSummary {
  const links = new Map<string, PageLink & { indices: number[] }>();
  const unresolvedPlans: { index: number; quote: string }[] = [];
  for (const { index, found } of marks) {
    if (found.type === 'unresolvedPlan') {
      unresolvedPlans.push({ index, quote: found.plan.quote });
      continue;
    }
    const { packId, id, kind, label } = found.link;
    const key = `${packId} ${id}`;
    const entry = links.get(key) ?? { packId, id, kind, label, indices: [] };
    entry.indices.push(index);
    links.set(key, entry);
  }
  return { title, published, language, links: [...links.values()], unresolvedPlans, isTruncated };
}

/** The summary of a page that is not annotated. */
export const emptySummary: PageSummary = {
  title: null,
  published: null,
  language: null,
  links: [],
  unresolvedPlans: [],
  isTruncated: false,
};
