import type { JSX } from 'preact';
import type { CardHolder } from '../model/card.ts';
import type { RecordId } from '../model/record.ts';
import { type CitationSource, FactTail } from './card-facts.tsx';

/** A country has more offices than a margin note has room for. */
const openCount = 3;

/** Offices with who held them; the names lead to their cards. */
export function HolderList(props: {
  holders: readonly CardHolder[];
  source: CitationSource;
  onOpenRecord?: ((id: RecordId) => void) | undefined;
}): JSX.Element {
  const { holders } = props;
  const folded = holders.length > openCount + 1 ? holders.slice(openCount) : [];
  return (
    <>
      <Holders {...props} holders={holders.slice(0, holders.length - folded.length)} />
      {folded.length > 0 && (
        <details class="ng-fold">
          <summary>{`${folded.length} more offices`}</summary>
          <Holders {...props} holders={folded} />
        </details>
      )}
    </>
  );
}

function Holders({ holders, source, onOpenRecord }: Parameters<typeof HolderList>[0]): JSX.Element {
  return (
    <dl class="ng-holders">
      {holders.map((holder) => (
        <div key={holder.id}>
          <dt>{holder.office}</dt>
          <dd>
            {onOpenRecord ? (
              <button type="button" class="ng-text-button" onClick={() => onOpenRecord(holder.id)}>
                {holder.text}
              </button>
            ) : (
              holder.text
            )}{' '}
            <FactTail fact={holder} source={source} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
