import type { Language } from '../../model/record.ts';
import { foldCharacter } from '../fold-table.ts';
import { bulgarian } from './bulgarian.ts';
import { czech } from './czech.ts';
import { type Declension, makeDeclension, type Scope } from './declension.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { polish } from './polish.ts';
import { russian } from './russian.ts';
import { slovene } from './slovene.ts';
import { spanish } from './spanish.ts';
import { ukrainian } from './ukrainian.ts';

type Tables = Partial<Record<Scope, string>> & { readonly abbreviations: string };

const tables: ReadonlyMap<string, Tables> = new Map<string, Tables>([
  ['bg', bulgarian],
  ['cs', czech],
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['pl', polish],
  ['ru', russian],
  ['sl', slovene],
  ['uk', ukrainian],
]);

const made = new Map<string, Declension>();

/** How names decline in a language, or null where they do not or it is not known. Read once, when first asked for. */
export function declensionOf(language: Language | null): Declension | null {
  const primary = language?.split('-')[0]?.toLowerCase() ?? '';
  const known = made.get(primary);
  if (known) return known;
  const table = tables.get(primary);
  if (!table) return null;
  const { abbreviations, ...paradigms } = table;
  const declension = makeDeclension(paradigms, { abbreviations, fold });
  made.set(primary, declension);
  return declension;
}

const fold = (text: string): string => Array.from(text, foldCharacter).join('');
