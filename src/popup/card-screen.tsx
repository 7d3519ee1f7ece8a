import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Card } from '../model/card.ts';
import type { RecordId } from '../model/record.ts';
import { CardError, CardLoading } from '../ui/card-states.tsx';
import { CardView } from '../ui/card-view.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import type { CardRequest } from './popup-services.ts';

/** A card in place of the list, with the way back to it. */
export function CardScreen(props: {
  request: CardRequest;
  getCard: (request: CardRequest) => Promise<Card | null>;
  onOpenRecord: (id: RecordId) => void;
  onBack: () => void;
}): JSX.Element {
  const { packId, id } = props.request;
  const [card, reload] = useLoaded(() => props.getCard(props.request), `${packId} ${id}`);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div class="card-screen">
      <button ref={back} type="button" class="back" onClick={props.onBack}>
        <Glyph name="back" />
        Back
      </button>
      <ShownCard card={card} onRetry={() => void reload()} onOpenRecord={props.onOpenRecord} />
    </div>
  );
}

function ShownCard(props: {
  card: ReturnType<typeof useLoaded<Card | null>>[0];
  onRetry: () => void;
  onOpenRecord: (id: RecordId) => void;
}): JSX.Element {
  const { card } = props;
  if (card.type === 'loading') return <CardLoading state="inline" />;
  if (card.type === 'failed') {
    return <CardError state="inline" message={card.message} onRetry={props.onRetry} />;
  }
  if (card.value === null) {
    return <CardError state="inline" message="No installed pack has this record any more." />;
  }
  return <CardView card={card.value} state="inline" onOpenRecord={props.onOpenRecord} />;
}
