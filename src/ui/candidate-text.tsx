import type { JSX } from 'preact';
import type { LinkCandidate } from '../model/link.ts';
import { Glyph } from './glyph.tsx';
import { kindNames } from './kind-names.ts';

/** A reading: what it is, one line about it, and why it may be meant. */
export function CandidateText(props: {
  candidate: LinkCandidate;
  line: string | undefined;
  /** Opens its card; without it the label is plain text. */
  onOpen?: (() => void) | undefined;
}): JSX.Element {
  const { candidate, line, onOpen } = props;
  const { kind, label, evidence } = candidate;
  return (
    <>
      <span class="ng-candidate-label">
        <Glyph name={kind} />
        <span class="ng-hidden">{kindNames[kind].one}: </span>
        {onOpen ? (
          <button type="button" class="ng-text-button" onClick={onOpen}>
            <bdi>{label}</bdi>
          </button>
        ) : (
          <bdi>{label}</bdi>
        )}
      </span>
      {line && <span class="ng-candidate-line">{line}</span>}
      {evidence.length > 0 && (
        <span class="ng-candidate-why">because: {evidence.map(({ note }) => note).join('; ')}</span>
      )}
    </>
  );
}
