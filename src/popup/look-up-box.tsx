import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Glyph } from '../ui/glyph.tsx';
import { kindNames } from '../ui/kind-names.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import type { LookUpEntry } from './popup-services.ts';

interface LookUpBoxProps {
  /** Kept by the owner, so that coming back from a card finds the same results. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly lookUp: (query: string) => Promise<readonly LookUpEntry[]>;
  readonly onChoose: (entry: LookUpEntry) => void;
}

/** A field that looks names up as they are typed. Arrow keys move through the results, Enter chooses. */
export function LookUpBox(props: LookUpBoxProps): JSX.Element {
  const query = props.query.trim();
  const [results] = useLoaded(async () => (query ? props.lookUp(query) : []), query);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // On a phone the keyboard would cover the popup before the reader has seen it.
    if (!matchMedia('(pointer: coarse)').matches) input.current?.focus();
  }, []);

  // The last results stay while the next are looked up, or the list would flicker with each letter.
  const lastEntries = useRef<readonly LookUpEntry[]>([]);
  if (results.type === 'loaded') lastEntries.current = results.value;
  const entries = results.type === 'failed' ? [] : lastEntries.current;
  const isOpen = query !== '' && entries.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key, active, entries.length);
    if (next !== null && isOpen) {
      event.preventDefault();
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const chosen = entries[Math.max(active, 0)];
      if (chosen && isOpen && results.type === 'loaded') props.onChoose(chosen);
    } else if (event.key === 'Escape' && props.query !== '') {
      event.preventDefault();
      props.onQuery('');
    }
  };

  return (
    <search class="look-up">
      <Glyph name="search" />
      <input
        ref={input}
        class="field"
        type="text"
        role="combobox"
        aria-label="Look up a name or plan"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Look up a name or plan"
        value={props.query}
        onInput={(event) => {
          setActive(-1);
          props.onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Results" class="results" hidden={!isOpen}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field handles the keys.
          <div
            key={`${entry.packId} ${entry.id}`}
            id={optionId(index)}
            role="option"
            class="result"
            data-kind={entry.kind}
            aria-selected={index === active}
            onClick={() => props.onChoose(entry)}
          >
            <Glyph name={entry.kind} />
            <span class="result-label">
              {entry.label}
              {entry.matched !== entry.label && <span class="soft small"> “{entry.matched}”</span>}
              <span class="result-description soft small">
                {kindNames[entry.kind].one}
                {entry.description && ` · ${entry.description}`}
              </span>
            </span>
          </div>
        ))}
      </div>
      <output class={results.type !== 'loading' && entries.length === 0 ? 'look-up-message' : 'ng-hidden'}>
        {query &&
          results.type !== 'loading' &&
          describe(results.type === 'failed' ? results.message : null, entries.length, query)}
      </output>
    </search>
  );
}

/** The option after a key, or null when the key does not move. Arrows go round. */
function afterKey(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return null;
}

function describe(failure: string | null, count: number, query: string): string {
  if (failure) return `Looking up failed: ${failure}`;
  if (count === 0) return `No installed pack knows “${shorten(query)}”.`;
  return count === 1 ? '1 result' : `${count} results`;
}

/** Longest question that is worth repeating, in UTF-16 units. */
const maxRepeated = 60;

function shorten(query: string): string {
  return query.length > maxRepeated ? `${query.slice(0, maxRepeated).trimEnd()}…` : query;
}
