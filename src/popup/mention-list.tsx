import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PageLink } from '../model/status.ts';
import { Glyph } from '../ui/glyph.tsx';
import { kindNames, kindOrder } from '../ui/kind-names.ts';
import { useJump } from './use-jump.ts';

/** How many entries of a kind stand open: a long article names dozens of places. */
const openCount = 8;

/** What the page mentions, grouped by kind. An entry leads to its first mention, then to the next with each click. */
export function MentionList(props: {
  links: readonly PageLink[];
  onJump: (index: number) => Promise<boolean>;
  onOpenCard: (link: PageLink) => void;
}): JSX.Element {
  const [place, jump] = useJump(props.onJump);
  const whereIs = (link: PageLink) => (place?.key === keyOf(link) ? place.words : null);
  const current = props.links.find((link) => keyOf(link) === place?.key);

  return (
    <>
      {kindOrder.map((kind) => {
        const links = props.links.filter((link) => link.kind === kind);
        if (links.length === 0) return null;
        return (
          <section key={kind} class="mentions" data-kind={kind} aria-labelledby={`mentions-${kind}`}>
            <h2 id={`mentions-${kind}`}>
              <Glyph name={kind} />
              {kindNames[kind].many} <span class="soft">{links.length}</span>
            </h2>
            <Foldable
              links={links}
              show={(link) => (
                <li key={keyOf(link)}>
                  <button
                    type="button"
                    class="mention"
                    onClick={() => void jump({ key: keyOf(link), indices: link.indices })}
                  >
                    <span class="mention-label">{link.label}</span>{' '}
                    <span class="soft small">
                      {whereIs(link) ?? <MentionCount count={link.indices.length} />}
                    </span>
                  </button>
                  <button
                    type="button"
                    class="mention-card"
                    aria-label={`Card of ${link.label}`}
                    title="Show the card here"
                    onClick={() => props.onOpenCard(link)}
                  >
                    <Glyph name="card" />
                  </button>
                </li>
              )}
            />
          </section>
        );
      })}
      <output class="ng-hidden">{current && `${current.label}: ${place?.words}`}</output>
    </>
  );
}

function Foldable(props: { links: readonly PageLink[]; show: (link: PageLink) => JSX.Element }): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const folded = isOpen || props.links.length <= openCount + 1 ? 0 : props.links.length - openCount;
  return (
    <>
      <ul>{props.links.slice(0, props.links.length - folded).map(props.show)}</ul>
      {folded > 0 && (
        <button type="button" class="button-plain small" onClick={() => setIsOpen(true)}>
          {`Show ${folded} more`}
        </button>
      )}
    </>
  );
}

/** How often a record is mentioned; once goes without saying, but is still read out. */
function MentionCount({ count }: { count: number }): JSX.Element {
  return (
    <>
      {count > 1 && <span aria-hidden="true">{count}×</span>}
      <span class="ng-hidden">{count === 1 ? '1 mention' : `${count} mentions`}</span>
    </>
  );
}

function keyOf(link: PageLink): string {
  return `${link.packId} ${link.id}`;
}
