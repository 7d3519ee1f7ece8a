import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CitationNumber } from '../model/card.ts';
import { formatDate } from '../model/edtf-date.ts';
import type { Citation } from '../model/record.ts';

/** Which citations are asked for: none, all, or all with one in focus. A new object asks again. */
export type ShownCitations = { readonly focus: CitationNumber | null } | null;

/** The texts that the card rests on, folded away until the reader asks for them or for one by its number. */
export function CitationList(props: {
  citations: readonly Citation[];
  shown: ShownCitations;
  onToggle: (isOpen: boolean) => void;
}): JSX.Element | null {
  const list = useRef<HTMLOListElement>(null);
  const { shown } = props;
  useEffect(() => {
    const item = shown?.focus ? list.current?.children[shown.focus - 1] : null;
    if (item instanceof HTMLElement) item.focus();
  }, [shown]);

  const count = props.citations.length;
  if (count === 0) return null;
  return (
    <details
      class="ng-fold ng-sources"
      open={shown !== null}
      onToggle={(event) => props.onToggle(event.currentTarget.open)}
    >
      <summary>{count === 1 ? '1 source' : `${count} sources`}</summary>
      <ol ref={list}>
        {props.citations.map((citation) => (
          <li key={`${citation.url} ${citation.publisher} ${citation.title}`} tabIndex={-1}>
            <span class="ng-publisher">{citation.publisher}</span>, <CitationTitle citation={citation} />,{' '}
            <span class="ng-dates">{formatDate(citation.published)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A citation in one line: who published it, and when. */
export function describeCitation(citation: Citation): string {
  return `${citation.publisher}, ${formatDate(citation.published)}`;
}

function CitationTitle({ citation }: { citation: Citation }): JSX.Element {
  if (!citation.url) return <cite>{citation.title}</cite>;
  return (
    <a href={citation.url} target="_blank" rel="noopener noreferrer">
      <cite>{citation.title}</cite>
    </a>
  );
}
