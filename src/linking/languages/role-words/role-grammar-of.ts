import type { Language } from '../../../model/record.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';
import type { RoleGrammar } from './role-grammar.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

const grammars: Readonly<Record<string, RoleGrammar>> = { de, en, es, fr, pl, ru, uk };

/** How a language names those who hold an office, or null when it is not among those known. */
export function roleGrammarOf(language: Language | null): RoleGrammar | null {
  return (language && grammars[language.split('-')[0] ?? '']) || null;
}
