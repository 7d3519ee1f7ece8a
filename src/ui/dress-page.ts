import type { Theme } from '../model/settings.ts';
import { adoptStyles } from './adopt-styles.ts';
import { cardStyles } from './card-styles.ts';
import { tokensFor } from './tokens.ts';

/** Gives a page of the extension the tokens and the look of cards. */
export function dressPage(page: Document): void {
  adoptStyles(page, tokensFor(':root'), cardStyles);
}

/** Shows a page in the reader's theme. */
export function applyTheme(page: Document, theme: Theme): void {
  page.documentElement.dataset.theme = theme;
}
