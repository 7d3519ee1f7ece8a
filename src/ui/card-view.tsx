import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Card, CardDetail, CardFact, NotKnown } from '../model/card.ts';
import { formatDate } from '../model/edtf-date.ts';
import type { Evidence } from '../model/link.ts';
import type { RecordId } from '../model/record.ts';
import { type CitationSource, DetailList, FactList, FactText } from './card-facts.tsx';
import { CardFrame, type CardState } from './card-frame.tsx';
import { CitationList, type ShownCitations } from './citation-list.tsx';
import { HolderList } from './holder-list.tsx';
import { LineageTimeline } from './lineage-timeline.tsx';

/** How many items of a list stand open before the rest is folded away: a card is a margin note, not an article. */
const openCount = { roles: 2, openPoints: 3, sinceThen: 3, details: 3 };

export interface CardViewProps {
  readonly card: Card;
  readonly state: CardState;
  /** Why the mention was linked to this record; absent where no mention is concerned. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** The page's words beside the name, where they are not what the record says of the date. */
  readonly pageSays?: string | undefined;
  readonly onOpenRecord?: ((id: RecordId) => void) | undefined;
  readonly onClose?: (() => void) | undefined;
  readonly onPin?: (() => void) | undefined;
}

/** A card: who or what this is on the article's date, where that is from, and what came later. */
export function CardView(props: CardViewProps): JSX.Element {
  const { card } = props;
  const [shownCitations, setShownCitations] = useState<ShownCitations>(null);
  const source: CitationSource = {
    citations: card.citations,
    onShow: (number) => setShownCitations({ focus: number }),
  };
  const [firstRole, ...furtherRoles] = card.roles;
  const date = card.asOf && formatDate(card.asOf);
  const shared = { source };
  // Packs may state as a fact what they also say in general: once, with its sources, is enough.
  const told = card.details.find(({ text }) => text === card.description);
  const details = card.details.filter((detail) => detail !== told);
  return (
    <CardFrame
      state={props.state}
      kind={card.kind}
      eyebrow={date ? `as of ${date}` : 'as last recorded'}
      name={card.label}
      onClose={props.onClose}
      onPin={props.onPin}
    >
      {props.pageSays && firstRole && <p class="ng-record">Our record for this date:</p>}
      {firstRole && (
        <p class="ng-role">
          <FactText fact={firstRole} source={source} />
        </p>
      )}
      {card.notKnown && <NotKnownNote notKnown={card.notKnown} source={source} />}
      {card.description && (
        <p class="ng-text">{told ? <FactText fact={told} source={source} /> : card.description}</p>
      )}
      <FoldedFacts {...shared} heading={null} facts={furtherRoles} open={openCount.roles} more="roles" />
      {card.holders.length > 0 && (
        <Section heading={date ? `In office on ${date}` : 'In office as last recorded'}>
          <HolderList holders={card.holders} source={source} onOpenRecord={props.onOpenRecord} />
        </Section>
      )}
      {card.lineage.length > 0 && (
        <Section heading="History">
          <LineageTimeline stages={card.lineage} onOpenRecord={props.onOpenRecord} />
        </Section>
      )}
      <FoldedFacts
        {...shared}
        heading={date ? `Still open as of ${date}` : 'Still open'}
        facts={card.openPoints}
        open={openCount.openPoints}
        more="open points"
      />
      {details.length > 0 && <Details details={details} source={source} />}
      {card.sinceThen.length > 0 && (
        <div class="ng-since">
          <FoldedFacts
            {...shared}
            heading="Since then"
            facts={card.sinceThen}
            open={openCount.sinceThen}
            more="changes"
          />
        </div>
      )}
      <div class="ng-foot">
        <CitationList
          citations={card.citations}
          shown={shownCitations}
          onToggle={(isOpen) => {
            if (isOpen !== (shownCitations !== null)) setShownCitations(isOpen ? { focus: null } : null);
          }}
        />
        {props.evidence && props.evidence.length > 0 && <WhyThisLink evidence={props.evidence} />}
        <p class="ng-pack">From the pack “{card.packTitle}”</p>
      </div>
    </CardFrame>
  );
}

/** Says what is not known for the date, and apart from it what is nearest: an old role never looks like a present one. */
function NotKnownNote(props: { notKnown: NotKnown; source: CitationSource }): JSX.Element {
  const { text, nearest } = props.notKnown;
  return (
    <div class="ng-unknown">
      <p>{text}</p>
      {nearest.length > 0 && <FactList facts={nearest} source={props.source} />}
    </div>
  );
}

function Section(props: { heading: string | null; children: ComponentChildren }): JSX.Element {
  return (
    <div class="ng-section">
      {props.heading && <h3>{props.heading}</h3>}
      {props.children}
    </div>
  );
}

function FoldedFacts(props: {
  heading: string | null;
  facts: readonly CardFact[];
  source: CitationSource;
  open: number;
  more: string;
}): JSX.Element | null {
  if (props.facts.length === 0) return null;
  const openUntil = foldAt(props.facts.length, props.open);
  const folded = props.facts.slice(openUntil);
  return (
    <Section heading={props.heading}>
      <FactList facts={props.facts.slice(0, openUntil)} source={props.source} />
      {folded.length > 0 && (
        <details class="ng-fold">
          <summary>{`${folded.length} more ${props.more}`}</summary>
          <FactList facts={folded} source={props.source} />
        </details>
      )}
    </Section>
  );
}

function Details(props: { details: readonly CardDetail[]; source: CitationSource }): JSX.Element {
  const { details, source } = props;
  const openUntil = foldAt(details.length, openCount.details);
  const folded = details.slice(openUntil);
  return (
    <Section heading={null}>
      <DetailList details={details.slice(0, openUntil)} source={source} />
      {folded.length > 0 && (
        <details class="ng-fold">
          <summary>{`${folded.length} more facts`}</summary>
          <DetailList details={folded} source={source} />
        </details>
      )}
    </Section>
  );
}

function WhyThisLink({ evidence }: { evidence: readonly Evidence[] }): JSX.Element {
  return (
    <details class="ng-fold">
      <summary>Why this link</summary>
      <ul class="ng-facts">
        {evidence.map(({ type, note }) => (
          <li key={`${type} ${note}`}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

/** Where to fold a list: a fold that would hide a single item is not worth a click. */
function foldAt(length: number, open: number): number {
  return length <= open + 1 ? length : open;
}
