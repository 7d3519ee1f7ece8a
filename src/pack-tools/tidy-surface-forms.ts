import { lookupKey } from '../model/lookup-key.ts';
import type { SurfaceForm } from '../model/record.ts';

/** In so many languages a form counts as one of no language. */
const sharedByLanguages = 3;

/**
 * One record's surface forms without repetition: a form that three languages share loses its language, and spellings
 * that matching cannot tell apart are kept once a language. First come, first kept.
 */
export function tidySurfaceForms(forms: readonly SurfaceForm[]): SurfaceForm[] {
  const languages = new Map<string, Set<string>>();
  for (const form of forms) {
    const key = exactKey(form);
    const known = languages.get(key) ?? new Set();
    languages.set(key, known.add(form.language ?? ''));
  }
  const kept = new Map<string, SurfaceForm>();
  for (const form of forms) {
    const spoken = languages.get(exactKey(form)) ?? new Set();
    const isShared = spoken.has('') || spoken.size >= sharedByLanguages;
    const { language, ...rest } = form;
    const tidied: SurfaceForm = isShared || language === undefined ? rest : form;
    const key = `${tidied.language ?? ''}\t${form.type}\t${spelling(form)}`;
    if (!kept.has(key)) kept.set(key, tidied);
  }
  return [...kept.values()];
}

const spelling = ({ text, caseSensitive }: SurfaceForm): string =>
  caseSensitive ? `=${text}` : lookupKey(text) || text;

const exactKey = ({ text, type, caseSensitive, weak }: SurfaceForm): string =>
  `${type}\t${caseSensitive ?? false}\t${weak ?? false}\t${text}`;
