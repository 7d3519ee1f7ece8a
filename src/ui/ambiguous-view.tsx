import type { JSX } from 'preact';
import type { LinkCandidate } from '../model/link.ts';
import { candidateKey } from './candidate-lines.ts';
import { CandidateText } from './candidate-text.tsx';
import { CardFrame, type CardState } from './card-frame.tsx';

/**
 * A mention that may mean one of several things: each with the evidence for it, and what would decide. The choice itself is
 * made in the popup, which no page can reach or cover.
 */
export function AmbiguousView(props: {
  quote: string;
  candidates: readonly LinkCandidate[];
  rule: string;
  /** By `candidateKey`; those that are not known yet are missing. */
  lines: ReadonlyMap<string, string>;
  state?: CardState | undefined;
  onOpenCandidate: (candidate: LinkCandidate) => void;
  onClose?: (() => void) | undefined;
  onPin?: (() => void) | undefined;
}): JSX.Element {
  const { candidates } = props;
  return (
    <CardFrame
      state={props.state ?? 'hover'}
      kind={null}
      heading="Not sure"
      eyebrow={`${candidates.length} readings`}
      name={props.quote}
      onClose={props.onClose}
      onPin={props.onPin}
    >
      <p class="ng-text">The page does not say which of these is meant.</p>
      <ul class="ng-candidates">
        {candidates.map((candidate) => (
          <li key={candidateKey(candidate)} data-kind={candidate.kind}>
            <CandidateText
              candidate={candidate}
              line={props.lines.get(candidateKey(candidate))}
              onOpen={() => props.onOpenCandidate(candidate)}
            />
          </li>
        ))}
      </ul>
      <p class="ng-text ng-rule">
        <strong>What would decide:</strong> {props.rule}.
      </p>
      <div class="ng-foot">
        <p class="ng-pack">To choose one for this page or site, open Newsgloss in the browser’s toolbar.</p>
      </div>
    </CardFrame>
  );
}
