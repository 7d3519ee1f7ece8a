import type { JSX } from 'preact';
import type { CardDetail, CardFact, CitationNumber } from '../model/card.ts';
import type { Citation } from '../model/record.ts';
import { describeCitation } from './citation-list.tsx';

/** What a fact needs to point at its sources. */
export interface CitationSource {
  readonly citations: readonly Citation[];
  readonly onShow: (number: CitationNumber) => void;
}

/** Keeps a lone citation number on the line of the word before it. */
const wordJoiner = '\u2060';

/** A fact in one flow of text: the words, their dates, the numbers of their citations. */
export function FactText({ fact, source }: { fact: CardFact; source: CitationSource }): JSX.Element {
  return (
    <>
      {fact.text}
      {fact.dates ? ' ' : wordJoiner}
      <FactTail fact={fact} source={source} />
    </>
  );
}

/** What stands behind a fact: its dates and the numbers of its citations. */
export function FactTail({ fact, source }: { fact: CardFact; source: CitationSource }): JSX.Element {
  return (
    <span class="ng-tail">
      {fact.dates && <span class="ng-dates">{fact.dates}</span>}
      <CitationMarks numbers={fact.citations} source={source} />
    </span>
  );
}

/** Facts as a list. */
export function FactList(props: { facts: readonly CardFact[]; source: CitationSource }): JSX.Element {
  return (
    <ul class="ng-facts">
      {props.facts.map((fact) => (
        <li key={`${fact.text} ${fact.dates}`}>
          <FactText fact={fact} source={props.source} />
        </li>
      ))}
    </ul>
  );
}

/** Facts under headings; a heading that repeats is written once. */
export function DetailList(props: { details: readonly CardDetail[]; source: CitationSource }): JSX.Element {
  const byHeading = new Map<string, CardDetail[]>();
  for (const detail of props.details) {
    byHeading.set(detail.heading, [...(byHeading.get(detail.heading) ?? []), detail]);
  }
  return (
    <dl class="ng-details">
      {[...byHeading].map(([heading, details]) => (
        <div key={heading} class={details.some(isSentence) ? 'ng-stacked' : undefined}>
          <dt>{heading}</dt>
          {details.map((detail) => (
            <dd key={`${detail.text} ${detail.dates}`}>
              <FactText fact={detail} source={props.source} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Longer facts, in UTF-16 units, would be a narrow column of many lines beside their heading. */
const maxBeside = 48;

function isSentence({ text }: CardDetail): boolean {
  return text.length > maxBeside;
}

function CitationMarks(props: { numbers: readonly CitationNumber[]; source: CitationSource }): JSX.Element {
  return (
    <>
      {props.numbers.map((number) => {
        const citation = props.source.citations[number - 1];
        const description = citation ? describeCitation(citation) : '';
        return (
          <button
            key={number}
            type="button"
            class="ng-cite"
            aria-label={`Source ${number}: ${description}`}
            title={description}
            onClick={() => props.source.onShow(number)}
          >
            {number}
          </button>
        );
      })}
    </>
  );
}
