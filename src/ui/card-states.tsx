import type { JSX } from 'preact';
import type { RecordKind } from '../model/record.ts';
import { CardFrame, type CardState } from './card-frame.tsx';

/** A card whose record is on its way; `label` is what the mark already says. */
export function CardLoading(props: {
  label?: string | undefined;
  kind?: RecordKind | undefined;
  state?: CardState | undefined;
  onClose?: (() => void) | undefined;
}): JSX.Element {
  return (
    <CardFrame
      state={props.state ?? 'hover'}
      kind={props.kind ?? null}
      heading={props.kind ? undefined : 'One moment'}
      name={props.label ?? 'Looking it up'}
      onClose={props.onClose}
      isBusy
    >
      <p class="ng-hidden">Looking it up.</p>
      <div class="ng-skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </CardFrame>
  );
}

/** A card that could not be had: what went wrong, and a way to try again. */
export function CardError(props: {
  message: string;
  label?: string | undefined;
  kind?: RecordKind | undefined;
  state?: CardState | undefined;
  onRetry?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
}): JSX.Element {
  return (
    <CardFrame
      state={props.state ?? 'hover'}
      kind={props.kind ?? null}
      heading={props.kind ? undefined : 'Not available'}
      name={props.label ?? 'This card could not be shown'}
      onClose={props.onClose}
    >
      <p class="ng-text" role="alert">
        {props.message}
      </p>
      {props.onRetry && (
        <button type="button" class="ng-card-button" onClick={props.onRetry}>
          Try again
        </button>
      )}
    </CardFrame>
  );
}

/** What is said of a plan reference that no installed pack explains. */
export function UnresolvedPlanView(props: {
  quote: string;
  state?: CardState | undefined;
  onClose?: (() => void) | undefined;
}): JSX.Element {
  return (
    <CardFrame
      state={props.state ?? 'hover'}
      kind={null}
      heading="Unknown plan"
      name={props.quote}
      onClose={props.onClose}
    >
      <p class="ng-text">Newsgloss does not know this plan. No installed pack describes it.</p>
    </CardFrame>
  );
}
