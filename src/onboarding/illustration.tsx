import type { JSX } from 'preact';
import { Glyph } from '../ui/glyph.tsx';

/** A line of an invented article with its marks, and the card of one of them. It is a picture: nothing in it works. */
export function Illustration(): JSX.Element {
  return (
    <figure class="illustration" aria-label="Example: an article with marked names and the card of a plan">
      <div aria-hidden="true">
        <p class="sample">
          Envoy <Mark kind="person">Mira Solberg</Mark> left <Mark kind="place">Port Ellery</Mark> on Friday
          without a signature under the <Mark kind="plan">12-point plan</Mark>, which the{' '}
          <Mark kind="organisation">Harbour Council</Mark> calls a beginning.
        </p>
        <div class="sample-card ng-card" data-kind="plan">
          <div class="ng-bar">
            <p class="ng-eyebrow">
              <Glyph name="plan" />
              <span class="ng-kind">Plan</span>
              <span>as of 4 May 2029</span>
            </p>
          </div>
          <p class="ng-name">12-point plan</p>
          <p class="ng-role">
            Under discussion <span class="ng-dates">since 2 May 2029</span>
          </p>
          <div class="ng-section">
            <ol class="ng-lineage">
              <li>
                <span class="ng-dates">March 2029</span>
                <span class="ng-stage">Three principles</span>
              </li>
              <li class="ng-current">
                <span class="ng-dates">2 May 2029</span>
                <span class="ng-stage">12-point plan</span>
              </li>
              <li class="ng-later">
                <span class="ng-dates">
                  19 June 2029 <span class="ng-tag">later</span>
                </span>
                <span class="ng-stage">Harbour agreement</span>
              </li>
            </ol>
          </div>
          <div class="ng-foot">2 sources</div>
        </div>
      </div>
    </figure>
  );
}

function Mark(props: { kind: 'person' | 'organisation' | 'place' | 'plan'; children: string }): JSX.Element {
  return (
    <span class="sample-mark" data-kind={props.kind}>
      {props.children}
    </span>
  );
}
