import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { RecordKind } from '../model/record.ts';
import type { Theme } from '../model/settings.ts';
import { Glyph, type GlyphName } from './glyph.tsx';
import { kindNames } from './kind-names.ts';

/** `inline` is a card inside a page of the extension: the page has its own way back, so it is no dialog. */
export type CardState = 'hover' | 'pinned' | 'inline';

/** The outermost element of a shadow root: tokens, theme and every inherited property start here, not on the page. */
export function CardSurface(props: { theme: Theme; children: ComponentChildren }): JSX.Element {
  return (
    <div class="ng-surface" data-theme={props.theme}>
      {props.children}
    </div>
  );
}

interface CardFrameProps {
  readonly state: CardState;
  readonly kind: RecordKind | null;
  /** Takes the place of the kind's name. */
  readonly heading?: string | undefined;
  /** Stands beside the kind: the date for which the card speaks. */
  readonly eyebrow?: string | undefined;
  readonly name: string;
  readonly isBusy?: boolean;
  readonly onClose?: (() => void) | undefined;
  readonly onPin?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** The box, the line above the name, the name and the two buttons: what every card has whatever it shows. */
export function CardFrame(props: CardFrameProps): JSX.Element {
  const nameId = useId();
  const isDialog = props.state !== 'inline';
  return (
    <section
      class={`ng-card ng-card-${props.state}`}
      data-kind={props.kind ?? undefined}
      role={isDialog ? 'dialog' : undefined}
      aria-labelledby={nameId}
      aria-busy={props.isBusy ? 'true' : undefined}
      tabIndex={-1}
    >
      <div class="ng-bar">
        <p class="ng-eyebrow">
          <Glyph name={props.kind ?? 'unknown'} />
          <span class="ng-kind">{props.heading ?? (props.kind && kindNames[props.kind].one)}</span>
          {props.eyebrow && <span>{props.eyebrow}</span>}
        </p>
        {props.state === 'hover' && props.onPin && (
          <CardButton glyph="pin" label="Keep open" onClick={props.onPin} />
        )}
        {props.onClose && <CardButton glyph="close" label="Close" onClick={props.onClose} />}
      </div>
      <h2 class="ng-name" id={nameId}>
        {props.name}
      </h2>
      {props.children}
    </section>
  );
}

function CardButton(props: { glyph: GlyphName; label: string; onClick: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="ng-icon-button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <Glyph name={props.glyph} />
    </button>
  );
}
