import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PackId, RecordId } from '../model/record.ts';
import type { Status } from '../model/status.ts';
import { applyTheme } from '../ui/dress-page.ts';
import { Notice } from '../ui/notice.tsx';
import { CardScreen } from './card-screen.tsx';
import { LookUpBox } from './look-up-box.tsx';
import { PageReport } from './page-report.tsx';
import type { CardRequest, PopupServices } from './popup-services.ts';
import { SiteBar } from './site-bar.tsx';
import { usePopupPage } from './use-popup-page.ts';

/** The popup: what the page mentions, a look-up over all packs, and the switch for the site. */
export function PopupApp({ services }: { services: PopupServices }): JSX.Element {
  const [page, reload] = usePopupPage(services);
  const [query, setQuery] = useState('');
  const [trail, setTrail] = useState<readonly CardRequest[]>([]);

  const theme = page.type === 'loaded' ? page.value.settings.theme : null;
  useEffect(() => {
    if (theme) applyTheme(document, theme);
  }, [theme]);

  const asOf = page.type === 'loaded' ? (page.value.summary?.published?.date ?? null) : null;
  const open = ({ packId, id }: { packId: PackId; id: RecordId }) =>
    setTrail([...trail, { packId, id, asOf }]);

  const request = trail.at(-1);
  if (request) {
    return (
      <main>
        <h1 class="ng-hidden">Newsgloss</h1>
        <CardScreen
          request={request}
          getCard={services.getCard}
          onOpenRecord={(id) => open({ packId: request.packId, id })}
          onBack={() => setTrail(trail.slice(0, -1))}
        />
      </main>
    );
  }
  return (
    <>
      <main>
        <h1 class="ng-hidden">Newsgloss</h1>
        <LookUpBox query={query} onQuery={setQuery} lookUp={services.lookUp} onChoose={open} />
        {query.trim() === '' && (
          <>
            {page.type === 'loaded' && (
              <SiteBar site={page.value.site} services={services} onChange={reload} />
            )}
            <div class="report">
              {page.type === 'loading' && <p class="report-line soft">Asking the page …</p>}
              {page.type === 'failed' && <BackgroundFailure message={page.message} onRetry={reload} />}
              {page.type === 'loaded' && (
                <PageReport
                  page={page.value}
                  onJump={services.jumpToLink}
                  onOpenCard={open}
                  getCard={({ packId, id }) => services.getCard({ packId, id, asOf })}
                  onChoose={async (choice) => {
                    await services.chooseReading(choice);
                    await reload();
                  }}
                />
              )}
            </div>
          </>
        )}
      </main>
      <footer>
        <span class="soft small">{page.type === 'loaded' && countRecords(page.value.status)}</span>
        <button type="button" class="button-plain small" onClick={services.openOptions}>
          Options
        </button>
      </footer>
    </>
  );
}

function BackgroundFailure(props: { message: string; onRetry: () => Promise<void> }): JSX.Element {
  return (
    <Notice title="Newsgloss did not answer" isAlarm>
      <p>{props.message}</p>
      <p>Try again. If it stays, switch the extension off and on in the browser’s list of extensions.</p>
      <button type="button" class="button" onClick={() => void props.onRetry()}>
        Try again
      </button>
    </Notice>
  );
}

function countRecords({ packs }: Status): string {
  if (packs.length === 0) return 'No pack is installed yet';
  const records = packs.reduce((sum, pack) => sum + pack.recordCount, 0).toLocaleString('en-GB');
  return `${records} records in ${packs.length === 1 ? '1 pack' : `${packs.length} packs`}`;
}
