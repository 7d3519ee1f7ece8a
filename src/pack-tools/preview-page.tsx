/** The page of `npm run pack -- preview`: the article with its marks, and beside it the card of the mark chosen. */

import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatDate } from '../model/edtf-date.ts';
import type { Link, Span } from '../model/link.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { CardView } from '../ui/card-view.tsx';
import { kindPaints, tokensFor } from '../ui/tokens.ts';
import { cardKey, type Preview } from './preview-article.ts';
import { previewStyles } from './preview-styles.ts';

/** The whole page as HTML. It needs no script: a mark is a link to its card. */
export function renderPreview(preview: Preview): string {
  const { title, publishedAt, text, cards, annotation } = preview;
  const { links, ambiguous, unresolvedPlans } = annotation;
  const places = new Map(cards.map((card, index) => [cardKey(card), `card-${index + 1}`]));
  const evidenceOf = new Map<string, Link>();
  for (const link of links) if (!evidenceOf.has(cardKey(link))) evidenceOf.set(cardKey(link), link);
  const marks: Mark[] = [
    ...links.map(({ start, end, kind, label, ...link }) => ({
      start,
      end,
      kind,
      place: places.get(cardKey(link)) ?? '',
      note: label,
    })),
    ...ambiguous.map(({ start, end, candidates, rule }) => ({
      start,
      end,
      kind: 'unsure',
      place: places.get(candidates[0] ? cardKey(candidates[0]) : '') ?? '',
      note: `Not sure: ${candidates.map(({ label }) => label).join(' or ')} (${rule})`,
    })),
    ...unresolvedPlans.map(({ start, end }) => ({
      start,
      end,
      kind: 'unknown',
      place: '',
      note: 'No pack knows this plan',
    })),
  ].sort((a, b) => a.start - b.start);
  return page(
    title ?? 'Preview',
    <main>
      <article>
        <p class="date">
          {publishedAt ? `As of ${formatDate(publishedAt)}` : 'No date known: add --as-of DATE'}
        </p>
        {paragraphs(text).map((paragraph, index) => (
          <Paragraph key={paragraph.start} text={text} span={paragraph} marks={marks} isTitle={index === 0} />
        ))}
      </article>
      <aside>
        <p class="count">
          {`${links.length} links, ${ambiguous.length} not sure, ${unresolvedPlans.length} unknown plans. Choose a mark to see its card.`}
        </p>
        {cards.map((card) => (
          <div class="card" id={places.get(cardKey(card))} key={cardKey(card)}>
            <CardView card={card} state="inline" evidence={evidenceOf.get(cardKey(card))?.evidence} />
          </div>
        ))}
      </aside>
    </main>,
  );
}

/** A page that says what keeps the preview from being shown. */
export function renderProblems(problems: readonly string[]): string {
  return page(
    'The pack has problems',
    <main>
      <article>
        <h1>The pack has problems</h1>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p>Mend them and reload.</p>
      </article>
    </main>,
  );
}

interface Mark extends Span {
  readonly kind: string;
  /** Id of the card's element; empty when there is none. */
  readonly place: string;
  readonly note: string;
}

function Paragraph(props: {
  text: string;
  span: Span;
  marks: readonly Mark[];
  isTitle: boolean;
}): JSX.Element {
  const { text, span, isTitle } = props;
  const pieces: (JSX.Element | string)[] = [];
  let at = span.start;
  for (const mark of props.marks.filter(({ start, end }) => start >= span.start && end <= span.end)) {
    pieces.push(text.slice(at, mark.start));
    pieces.push(
      <a class="mark" data-kind={mark.kind} title={mark.note} {...(mark.place && { href: `#${mark.place}` })}>
        {text.slice(mark.start, mark.end)}
      </a>,
    );
    at = mark.end;
  }
  pieces.push(text.slice(at, span.end));
  return isTitle ? <h1>{pieces}</h1> : <p>{pieces}</p>;
}

function paragraphs(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

function page(title: string, body: JSX.Element): string {
  const kinds = Object.entries(kindPaints).map(
    ([kind, { underline }]) =>
      `.mark[data-kind='${kind}'] { text-decoration: underline ${underline} var(--ng-${kind}) 2px; }`,
  );
  const styles = [tokensFor(':root'), cardStyles, previewStyles, ...kinds].join('\n');
  return `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{styles}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}
