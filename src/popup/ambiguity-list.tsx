import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { ChoiceScope, LinkCandidate } from '../model/link.ts';
import type { PageAmbiguity } from '../model/status.ts';
import { candidateKey, linesOfCandidates } from '../ui/candidate-lines.ts';
import { CandidateText } from '../ui/candidate-text.tsx';
import { describeError } from '../ui/describe-error.ts';
import { Glyph } from '../ui/glyph.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import type { PopupServices, ReadingChoice } from './popup-services.ts';
import { useJump } from './use-jump.ts';

interface AmbiguityListProps {
  readonly ambiguities: readonly PageAmbiguity[];
  /** Asks for a candidate's card, as of the article's date. */
  readonly getCard: (candidate: LinkCandidate) => ReturnType<PopupServices['getCard']>;
  readonly onJump: (index: number) => Promise<boolean>;
  readonly onChoose: (choice: ReadingChoice) => Promise<void>;
}

/** Mentions with several readings: the reader's place to choose one, and to take a choice back. */
export function AmbiguityList(props: AmbiguityListProps): JSX.Element {
  const { ambiguities } = props;
  const isOpen = ambiguities.filter(({ choice }) => choice === null);
  const settled = ambiguities.filter(({ choice }) => choice !== null);
  return (
    <>
      {isOpen.length > 0 && (
        <section class="mentions" aria-labelledby="mentions-unsure">
          <h2 id="mentions-unsure">
            <Glyph name="unknown" />
            Not sure <span class="soft">{isOpen.length}</span>
          </h2>
          <ul>
            {isOpen.map((ambiguity) => (
              <li key={ambiguityKey(ambiguity.candidates)} class="ambiguity">
                <Question {...props} ambiguity={ambiguity} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {settled.length > 0 && (
        <section class="mentions" aria-labelledby="mentions-chosen">
          <h2 id="mentions-chosen">
            <Glyph name="unknown" />
            You chose <span class="soft">{settled.length}</span>
          </h2>
          <ul>
            {settled.map((ambiguity) => (
              <li key={ambiguityKey(ambiguity.candidates)} class="ambiguity">
                <Answer {...props} ambiguity={ambiguity} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type EntryProps = AmbiguityListProps & { readonly ambiguity: PageAmbiguity };

function Question(props: EntryProps): JSX.Element {
  const { ambiguity, onChoose } = props;
  const { quote, candidates, rule } = ambiguity;
  const [chosen, setChosen] = useState<LinkCandidate | null>(null);
  const [scope, setScope] = useState<ChoiceScope>('page');
  const [failure, setFailure] = useState<string | null>(null);
  const [lines] = useLoaded(() => linesOfCandidates(candidates, props.getCard), ambiguityKey(candidates));
  const name = useId();
  const remember = async () => {
    if (!chosen) return;
    setFailure(await failureOf(onChoose({ scope, candidates, chosen })));
  };
  return (
    <details>
      <summary>
        <span class="mention-label">
          “<bdi>{quote}</bdi>”
        </span>{' '}
        <span class="soft small">{candidates.length} readings</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void remember();
        }}
      >
        <ShowOnPage {...props} />
        <fieldset>
          <legend>
            What does “<bdi>{quote}</bdi>” mean here?
          </legend>
          {candidates.map((candidate) => (
            <label key={candidateKey(candidate)} class="candidate" data-kind={candidate.kind}>
              <input
                type="radio"
                name={`${name}-reading`}
                checked={chosen === candidate}
                onChange={() => setChosen(candidate)}
              />
              <span>
                <CandidateText
                  candidate={candidate}
                  line={lines.type === 'loaded' ? lines.value.get(candidateKey(candidate)) : undefined}
                />
              </span>
            </label>
          ))}
        </fieldset>
        <p class="soft small">What would decide: {rule}.</p>
        <fieldset class="scopes">
          <legend>Remember on this device for</legend>
          {(['page', 'site'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${name}-scope`}
                checked={scope === each}
                onChange={() => setScope(each)}
              />
              this {each}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button" disabled={chosen === null}>
          Use this reading
        </button>
        <Failure message={failure} />
      </form>
    </details>
  );
}

function Answer(props: EntryProps): JSX.Element {
  const { quote, candidates, choice } = props.ambiguity;
  const [failure, setFailure] = useState<string | null>(null);
  const reading = candidates.find(({ packId, id }) => packId === choice?.packId && id === choice.id);
  const undo = async () => {
    setFailure(await failureOf(props.onChoose({ scope: choice?.scope ?? 'page', candidates, chosen: null })));
  };
  return (
    <div class="answer">
      <p>
        “<bdi>{quote}</bdi>” means <strong dir="auto">{reading?.label}</strong> on this {choice?.scope}.
      </p>
      <div class="answer-buttons">
        <ShowOnPage {...props} />
        <button
          type="button"
          class="button-plain small"
          aria-label={`Undo the choice for ${quote}`}
          onClick={() => void undo()}
        >
          Undo
        </button>
      </div>
      <Failure message={failure} />
    </div>
  );
}

function ShowOnPage({ ambiguity, onJump }: EntryProps): JSX.Element {
  const [place, jump] = useJump(onJump);
  return (
    <button
      type="button"
      class="button-plain small"
      onClick={() => void jump({ key: ambiguity.quote, indices: ambiguity.indices })}
    >
      Show on the page{place && <span class="soft">: {place.words}</span>}
    </button>
  );
}

function Failure({ message }: { message: string | null }): JSX.Element | null {
  if (message === null) return null;
  return (
    <p class="small" role="alert">
      {message}
    </p>
  );
}

async function failureOf(work: Promise<void>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return describeError(error);
  }
}
