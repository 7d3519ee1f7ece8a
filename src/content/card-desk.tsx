import type { JSX } from 'preact';
import type { Card } from '../model/card.ts';
import type { EdtfDate } from '../model/edtf-date.ts';
import type { AmbiguousLink, Evidence } from '../model/link.ts';
import type { Language, PackId, RecordId } from '../model/record.ts';
import { AmbiguousView } from '../ui/ambiguous-view.tsx';
import { linesOfCandidates } from '../ui/candidate-lines.ts';
import { CardError, CardLoading, UnresolvedPlanView } from '../ui/card-states.tsx';
import { CardView } from '../ui/card-view.tsx';
import type { CardHost } from './card-host.tsx';
import type { Mark } from './mark.ts';
import { rectsOf } from './mark-at-point.ts';
import type { Box } from './place-card.ts';

/** An answer within this time needs no word about waiting; a flash of it would only disturb. */
const loadingAfterMs = 150;

export interface CardRequest {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly asOf: EdtfDate | null;
  readonly language: Language | null;
}

interface CardDeskOptions {
  readonly host: CardHost;
  /** Rejects when the card cannot be had; null when no pack has the record any more. */
  readonly askCard: (request: CardRequest) => Promise<Card | null>;
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly onOutOfView: (mark: Mark) => void;
}

/** Hands out cards: asks for them, keeps those already asked for, and shows one at a time. */
export class CardDesk {
  readonly #options: CardDeskOptions;
  readonly #answers = new Map<string, Promise<Card | null>>();
  #context: Pick<CardRequest, 'asOf' | 'language'> = { asOf: null, language: null };
  /** Counts what was asked to be shown, so that a late answer does not replace a newer card. */
  #turn = 0;

  constructor(options: CardDeskOptions) {
    this.#options = options;
  }

  /** Starts anew for a page or for new packs: what was asked before is forgotten. */
  setContext(context: Pick<CardRequest, 'asOf' | 'language'>): void {
    this.#answers.clear();
    this.#context = context;
  }

  /** Asks for a card that will probably be wanted. */
  prefetch({ found }: Mark): void {
    if (found.type === 'ambiguous') {
      for (const candidate of found.ambiguous.candidates) this.#ask(candidate).catch(() => undefined);
    }
    if (found.type !== 'link') return;
    // Whoever then shows the card is told of the failure.
    this.#ask(found.link).catch(() => undefined);
  }

  show(mark: Mark, { isPinned, takesFocus }: { isPinned: boolean; takesFocus: boolean }): void {
    const { found } = mark;
    const view = { mark, isPinned, takesFocus };
    if (found.type === 'link') {
      const { packId, id, label, evidence, pageSays } = found.link;
      void this.#showRecord({ packId, id }, { ...view, label, evidence, pageSays });
      return;
    }
    if (found.type === 'ambiguous') {
      void this.#showAmbiguous(found.ambiguous, view);
      return;
    }
    this.#turn++;
    const state = isPinned ? 'pinned' : 'hover';
    this.#put(
      <UnresolvedPlanView quote={found.plan.quote} state={state} onClose={this.#options.onClose} />,
      view,
    );
  }

  hide(): void {
    this.#turn++;
    this.#options.host.hide();
  }

  async #showRecord(
    record: { packId: PackId; id: RecordId },
    view: View & { label?: string; evidence?: readonly Evidence[]; pageSays?: string | undefined },
  ): Promise<void> {
    const { onClose, onPin } = this.#options;
    const turn = ++this.#turn;
    const state = view.isPinned ? 'pinned' : 'hover';
    const named =
      view.label === undefined
        ? ({ state, onClose } as const)
        : ({ state, onClose, label: view.label } as const);
    const timer = setTimeout(() => {
      if (turn === this.#turn) this.#put(<CardLoading {...named} />, view);
    }, loadingAfterMs);
    const content = await this.#ask(record).then(
      (card) =>
        card ? (
          <CardView
            key={`${card.packId} ${card.id}`}
            card={card}
            state={state}
            evidence={view.evidence}
            pageSays={view.pageSays}
            onClose={onClose}
            onPin={onPin}
            onOpenRecord={(id) => void this.#showRecord({ packId: card.packId, id }, openedFrom(view))}
          />
        ) : (
          <CardError {...named} message="The pack that described this is no longer installed." />
        ),
      (error: unknown) => (
        <CardError
          {...named}
          message={error instanceof Error ? error.message : String(error)}
          onRetry={() => void this.#showRecord(record, view)}
        />
      ),
    );
    clearTimeout(timer);
    if (turn === this.#turn) this.#put(content, view);
  }

  /** The readings at once; what tells them apart follows when it has come. */
  async #showAmbiguous(ambiguous: AmbiguousLink, view: View): Promise<void> {
    const { onClose, onPin } = this.#options;
    const turn = ++this.#turn;
    const put = (lines: ReadonlyMap<string, string>) =>
      this.#put(
        <AmbiguousView
          {...ambiguous}
          lines={lines}
          state={view.isPinned ? 'pinned' : 'hover'}
          onClose={onClose}
          onPin={onPin}
          onOpenCandidate={(candidate) => void this.#showRecord(candidate, openedFrom(view))}
        />,
        view,
      );
    put(new Map());
    const lines = await linesOfCandidates(ambiguous.candidates, (candidate) => this.#ask(candidate));
    if (turn === this.#turn && lines.size > 0) put(lines);
  }

  #put(content: JSX.Element, { mark, takesFocus }: View): void {
    const { host, onOutOfView } = this.#options;
    host.show({
      content,
      findAnchor: () => anchorOf(mark),
      onOutOfView: () => onOutOfView(mark),
    });
    if (takesFocus) host.takeFocus();
  }

  #ask({ packId, id }: { packId: PackId; id: RecordId }): Promise<Card | null> {
    const key = `${packId} ${id}`;
    const asked = this.#answers.get(key);
    if (asked) return asked;
    const answer = this.#options.askCard({ packId, id, ...this.#context });
    this.#answers.set(key, answer);
    // A failure is worth another try the next time.
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}

interface View {
  readonly mark: Mark;
  readonly isPinned: boolean;
  readonly takesFocus: boolean;
}

/** The mark's box; of words that run over two lines, where the last line starts. */
function anchorOf({ range }: Mark): Box | null {
  const rects = rectsOf(range);
  const first = rects[0];
  const last = rects.at(-1);
  return first && last ? { left: last.left, right: last.right, top: first.top, bottom: last.bottom } : null;
}

/** A card opened from a card stays beside the same words; why these were linked is no longer the question. */
function openedFrom({ mark }: View): View {
  return { mark, isPinned: true, takesFocus: true };
}
