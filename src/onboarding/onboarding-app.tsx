import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { describeError } from '../ui/describe-error.ts';
import logo from '../ui/icons/logo.svg?no-inline';
import { Illustration } from './illustration.tsx';
import type { OnboardingServices } from './onboarding-services.ts';

const allSites = ['*://*/*'];

type Answer =
  | { readonly type: 'none' }
  | { readonly type: 'granted' }
  | { readonly type: 'site-by-site' }
  | { readonly type: 'refused' }
  | { readonly type: 'failed'; readonly message: string };

/** The page that opens after installing: what Newsgloss does, and the choice of where it may. */
export function OnboardingApp({ services }: { services: OnboardingServices }): JSX.Element {
  const [answer, setAnswer] = useState<Answer>({ type: 'none' });
  const outcome = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer.type !== 'none') outcome.current?.focus();
  }, [answer]);

  const settle = async (request: Promise<boolean>) => {
    try {
      setAnswer({ type: (await request) ? 'granted' : 'refused' });
    } catch (error) {
      setAnswer({ type: 'failed', message: describeError(error) });
    }
  };
  return (
    <main>
      <header>
        <img src={logo} alt="" width="40" height="40" />
        <h1>Newsgloss</h1>
      </header>
      <div class="introduction">
        <div class="sentences">
          <p>Newsgloss marks the people, places, organisations, events and plans in news articles.</p>
          <p>Point at a mark and a card says who or what it is, as of the day the article was published.</p>
          <p>Every fact has its source, and what changed later stands apart.</p>
        </div>
        <Illustration />
        <section class="choice" aria-labelledby="choice-heading">
          <h2 id="choice-heading">Where may Newsgloss read?</h2>
          <p>
            What you read never leaves this device: articles are compared with packs that are stored on it.
            Newsgloss looks for an article on a page and leaves everything else alone.
          </p>
          <div class="choice-buttons">
            <div>
              <button
                type="button"
                class="button button-primary"
                onClick={() => void settle(services.requestOrigins(allSites))}
              >
                All news sites I visit
              </button>
              <p class="soft small">
                The browser will ask to let Newsgloss “access”, or “read and change”, your data on all
                websites. It has one wording for every extension that reads pages.
              </p>
            </div>
            <div>
              <button type="button" class="button" onClick={() => setAnswer({ type: 'site-by-site' })}>
                I’ll choose site by site
              </button>
              <p class="soft small">Nothing is read until you allow a site.</p>
            </div>
          </div>
          {answer.type !== 'none' && (
            <section ref={outcome} class="notice outcome" tabIndex={-1} aria-label="Your choice">
              <Outcome answer={answer} />
            </section>
          )}
        </section>
      </div>
      <section class="notes" aria-labelledby="notes-heading">
        <h2 id="notes-heading">Good to know</h2>
        <ul>
          <li>
            You can withdraw access at any time, in the{' '}
            <button type="button" class="button-plain" onClick={services.openOptions}>
              options
            </button>{' '}
            or in the browser’s own settings. In Firefox it is on the Permissions tab of the extension.
          </li>
          <li>Firefox’s Reader View runs no extension. Read the article on its own page to see marks.</li>
          <li>What Newsgloss is not sure of, it does not mark; a plan it does not know, it calls unknown.</li>
        </ul>
      </section>
    </main>
  );
}

function Outcome({ answer }: { answer: Answer }): JSX.Element | null {
  switch (answer.type) {
    case 'none':
      return null;
    case 'granted':
      return (
        <>
          <p class="notice-title">Newsgloss is on.</p>
          <p>
            Open a news article and point at a marked name, or tap it. The toolbar button lists everything the
            article mentions and switches a site off. Articles in open tabs are marked too.
          </p>
        </>
      );
    case 'site-by-site':
      return (
        <>
          <p class="notice-title">Newsgloss waits for you.</p>
          <p>
            On a news site, press the Newsgloss button in the toolbar and choose “Mark names on this site”. If
            the button is not in sight, it is behind the toolbar’s puzzle piece, from where it can be pinned.
          </p>
        </>
      );
    case 'refused':
      return (
        <>
          <p class="notice-title">Access was not given, so nothing is read.</p>
          <p>You can press the button again, or allow single sites with the toolbar button.</p>
        </>
      );
    case 'failed':
      return (
        <>
          <p class="notice-title alarm">The browser could not be asked.</p>
          <p>{answer.message} The toolbar button can be used to allow single sites.</p>
        </>
      );
  }
}
