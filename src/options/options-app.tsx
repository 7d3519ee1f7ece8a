import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../model/settings.ts';
import type { Status } from '../model/status.ts';
import { describeError } from '../ui/describe-error.ts';
import { applyTheme } from '../ui/dress-page.ts';
import { Notice } from '../ui/notice.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { AppearanceSection } from './appearance-section.tsx';
import { ChoicesLine } from './choices-line.tsx';
import { LanguageSection } from './language-section.tsx';
import type { OptionsServices } from './options-services.ts';
import { PacksSection } from './packs-section.tsx';
import { refreshMs } from './reload-while.ts';
import { SitesSection } from './sites-section.tsx';
import { SourcesSection } from './sources-section.tsx';

const savedShownMs = 4000;

/** The options page. Every choice is saved as it is made. */
export function OptionsApp({ services }: { services: OptionsServices }): JSX.Element {
  const [settings, reloadSettings, replaceSettings] = useLoaded(() => services.getSettings(), 'settings');
  const [status, reloadStatus, replaceStatus] = useLoaded(() => services.getStatus(), 'status');
  return (
    <div class="page">
      <header>
        <h1>Newsgloss options</h1>
        <nav aria-label="Sections">
          {['Sites', 'Appearance', 'Language', 'Sources', 'Packs', 'Privacy'].map((name) => (
            <a key={name} href={`#${name.toLowerCase()}`}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {settings.type === 'failed' && (
          <Failure what="Your settings" message={settings.message} onRetry={reloadSettings} />
        )}
        {settings.type === 'loaded' && (
          <SettingsSections
            services={services}
            settings={settings.value}
            onSettings={replaceSettings}
            onReload={reloadSettings}
          />
        )}
        {status.type === 'failed' && (
          <Failure what="Sources and packs" message={status.message} onRetry={reloadStatus} />
        )}
        {status.type === 'loaded' && (
          <StatusSections
            services={services}
            status={status.value}
            onStatus={replaceStatus}
            onReload={reloadStatus}
          />
        )}
        <section id="privacy" aria-labelledby="privacy-heading">
          <h2 id="privacy-heading">Privacy</h2>
          <p>
            Pages are read on this device and what is read never leaves it: no account, no statistics, no
            requests about what you read. The only thing Newsgloss fetches are packs from the sources above.
          </p>
          <ChoicesLine services={services} />
        </section>
      </main>
    </div>
  );
}

function SettingsSections(props: {
  services: OptionsServices;
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onReload: () => Promise<void>;
}): JSX.Element {
  const { services, settings, onSettings, onReload } = props;
  const [outcome, setOutcome] = useState<{ isSaved: boolean; message: string } | null>(null);
  useEffect(() => applyTheme(document, settings.theme), [settings.theme]);

  useEffect(() => {
    if (!outcome?.isSaved) return;
    const timer = setTimeout(() => setOutcome(null), savedShownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const change = async (part: Partial<Settings>) => {
    onSettings({ ...settings, ...part });
    setOutcome(null);
    try {
      onSettings(await services.changeSettings(part));
      setOutcome({ isSaved: true, message: 'Saved' });
    } catch (error) {
      setOutcome({ isSaved: false, message: `Not saved: ${describeError(error)}` });
      await onReload();
    }
  };
  return (
    <>
      <SitesSection services={services} disabledSites={settings.disabledSites} onSettingsChange={onReload} />
      <AppearanceSection settings={settings} onChange={(part) => void change(part)} />
      <LanguageSection language={settings.language} onChange={(language) => void change({ language })} />
      <output class={outcome?.isSaved === false ? 'saved alarm' : 'saved'}>{outcome?.message}</output>
    </>
  );
}

function StatusSections(props: {
  services: OptionsServices;
  status: Status;
  onStatus: (status: Status) => void;
  onReload: () => Promise<void>;
}): JSX.Element {
  const { services, status, onStatus, onReload } = props;
  useEffect(() => {
    const isMoving =
      status.engine.type === 'preparing' ||
      status.sources.some(({ state }) => state.type === 'syncing' || state.type === 'adding');
    if (!isMoving) return;
    const timer = setTimeout(onReload, refreshMs);
    return () => clearTimeout(timer);
  }, [status, onReload]);
  return (
    <>
      <SourcesSection services={services} sources={status.sources} onStatus={onStatus} onReload={onReload} />
      <PacksSection services={services} packs={status.packs} held={status.held} onStatus={onStatus} />
      {status.engine.type === 'preparing' && <p class="soft">Names are being prepared.</p>}
      {status.engine.type === 'failed' && (
        <Notice title="Newsgloss could not prepare its names" isAlarm>
          <p>{status.engine.message}</p>
        </Notice>
      )}
    </>
  );
}

function Failure(props: { what: string; message: string; onRetry: () => Promise<void> }): JSX.Element {
  return (
    <Notice title={`${props.what} could not be read`} isAlarm>
      <p>{props.message}</p>
      <button type="button" class="button" onClick={() => void props.onRetry()}>
        Try again
      </button>
    </Notice>
  );
}
