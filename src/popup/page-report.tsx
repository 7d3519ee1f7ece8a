import type { JSX } from 'preact';
import type { Card } from '../model/card.ts';
import { formatDate } from '../model/edtf-date.ts';
import type { LinkCandidate } from '../model/link.ts';
import type { PageLink, PageSummary } from '../model/status.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Notice } from '../ui/notice.tsx';
import { AmbiguityList } from './ambiguity-list.tsx';
import { MentionList } from './mention-list.tsx';
import type { ReadingChoice } from './popup-services.ts';
import { useJump } from './use-jump.ts';
import type { PopupPage } from './use-popup-page.ts';

interface PageReportProps {
  readonly page: PopupPage;
  readonly onJump: (index: number) => Promise<boolean>;
  readonly onOpenCard: (link: PageLink) => void;
  readonly getCard: (candidate: LinkCandidate) => Promise<Card | null>;
  readonly onChoose: (choice: ReadingChoice) => Promise<void>;
}

/** What Newsgloss knows of the page, or why it knows nothing and what the reader can do. */
export function PageReport(props: PageReportProps): JSX.Element | null {
  const { site, status, summary } = props.page;
  if (status.engine.type === 'failed') {
    return (
      <Notice title="Newsgloss could not prepare its names" isAlarm>
        <p>{status.engine.message}</p>
        <p>Switching the extension off and on again prepares them anew. Nothing you chose is lost.</p>
      </Notice>
    );
  }
  if (site.site === null) {
    return (
      <Notice title="This is not a web page">
        <p>Newsgloss reads articles on the web. Looking something up above works everywhere.</p>
      </Notice>
    );
  }
  if (status.engine.type === 'preparing') {
    return (
      <Notice title="Preparing names">
        <p>This happens once after installing or updating and takes a few seconds.</p>
      </Notice>
    );
  }
  if (!site.isGranted) return null;
  if (!site.isEnabled) return <p class="report-line soft">Marking is switched off on this site.</p>;
  if (summary === null) {
    return (
      <Notice title="This page has not answered">
        <p>
          It may still be loading, or it was open before Newsgloss was allowed here. Reload it to mark it.
        </p>
        <p>Files such as PDF, pictures and plain text are not read.</p>
      </Notice>
    );
  }
  return <Summary {...props} summary={summary} />;
}

function Summary(props: PageReportProps & { summary: PageSummary }): JSX.Element {
  const { summary } = props;
  const isEmpty = summary.links.length + summary.ambiguities.length + summary.unresolvedPlans.length === 0;
  if (isEmpty && summary.title === null) {
    return (
      <Notice title="No article found here">
        <p>Front pages, videos and lists are left alone. Open a single article to see its names.</p>
      </Notice>
    );
  }
  return (
    <>
      <ArticleDate published={summary.published} />
      {isEmpty && (
        <Notice title="Nothing in this article is known">
          <p>
            None of the installed packs has a name that occurs here. More packs can be added in the options.
          </p>
        </Notice>
      )}
      <Ambiguities {...props} isSettled={false} />
      <MentionList links={summary.links} onJump={props.onJump} onOpenCard={props.onOpenCard} />
      <Ambiguities {...props} isSettled={true} />
      {summary.unresolvedPlans.length > 0 && <UnknownPlans {...props} plans={summary.unresolvedPlans} />}
      {summary.isTruncated && <p class="soft small">The page is very long: only its first part was read.</p>}
    </>
  );
}

/** Questions stand before the list, where they are not missed; what was answered stands after it. */
function Ambiguities(
  props: PageReportProps & { summary: PageSummary; isSettled: boolean },
): JSX.Element | null {
  const ambiguities = props.summary.ambiguities.filter(({ choice }) => (choice !== null) === props.isSettled);
  return ambiguities.length > 0 ? <AmbiguityList {...props} ambiguities={ambiguities} /> : null;
}

function ArticleDate({ published }: { published: PageSummary['published'] }): JSX.Element {
  if (!published) {
    return (
      <p class="report-line soft">The article’s date was not found: cards show what was last recorded.</p>
    );
  }
  return (
    <p class="report-line">
      Article of {formatDate(published.date)}{' '}
      <span class="soft small report-reason">according to {published.reason}</span>
    </p>
  );
}

function UnknownPlans(props: {
  plans: PageSummary['unresolvedPlans'];
  onJump: (index: number) => Promise<boolean>;
}): JSX.Element {
  const [place, jump] = useJump(props.onJump);
  return (
    <section class="mentions" aria-labelledby="mentions-unknown">
      <h2 id="mentions-unknown">
        <Glyph name="unknown" />
        Plans that no pack describes <span class="soft">{props.plans.length}</span>
      </h2>
      <ul>
        {props.plans.map((plan) => (
          <li key={plan.index}>
            <button
              type="button"
              class="mention"
              onClick={() => void jump({ key: String(plan.index), indices: [plan.index] })}
            >
              <span class="mention-label">“{plan.quote}”</span>{' '}
              <span class="soft small">{place?.key === String(plan.index) ? place.words : 'unknown'}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
