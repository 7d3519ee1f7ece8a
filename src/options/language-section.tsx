import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Language } from '../model/record.ts';

/** Languages that packs are likely to carry; a card falls back to English where its pack has no text in the one chosen. */
const languages: readonly Language[] =
  'ar cs de en es fi fr he hi hu it ja ko nl pl pt ro ru sv tr uk zh'.split(' ');

/** The language in which cards are written. */
export function LanguageSection(props: {
  language: Language | null;
  onChange: (language: Language | null) => void;
}): JSX.Element {
  const fieldId = useId();
  const offered =
    props.language && !languages.includes(props.language) ? [...languages, props.language] : languages;
  return (
    <section id="language" aria-labelledby="language-heading">
      <h2 id="language-heading">Language</h2>
      <label class="language-label" for={fieldId}>
        Language of cards
      </label>
      <select
        id={fieldId}
        class="field language"
        value={props.language ?? ''}
        onChange={(event) => props.onChange(event.currentTarget.value || null)}
      >
        <option value="">As the browser</option>
        {offered.map((language) => (
          <option key={language} value={language} lang={language}>
            {nameOf(language)}
          </option>
        ))}
      </select>
      <p class="soft small">Where a pack has no text in this language, its English text is shown.</p>
    </section>
  );
}

/** A language by its own name. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
