import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../model/settings.ts';
import type { PageSummary, SiteState, Status } from '../model/status.ts';
import { type Loaded, useLoaded } from '../ui/use-loaded.ts';
import type { PopupServices } from './popup-services.ts';

export interface PopupPage {
  readonly site: SiteState;
  readonly status: Status;
  readonly settings: Settings;
  readonly summary: PageSummary | null;
}

const refreshMs = 800;

/** How often a page that has nothing to say yet is asked again: it may still be reading or being marked. */
const maxPatience = 6;

/** What the popup shows, asked again while the background prepares or the page has not answered. */
export function usePopupPage(services: PopupServices): [Loaded<PopupPage>, () => Promise<void>] {
  const [page, reload] = useLoaded(() => readPage(services), 'page');
  const patience = useRef(maxPatience);

  useEffect(() => {
    if (page.type !== 'loaded') return;
    const isPreparing = page.value.status.engine.type === 'preparing';
    if (!isPreparing && !(mayStillAnswer(page.value) && patience.current > 0)) return;
    if (!isPreparing) patience.current -= 1;
    const timer = setTimeout(reload, refreshMs);
    return () => clearTimeout(timer);
  }, [page, reload]);

  const restart = () => {
    patience.current = maxPatience;
    return reload();
  };
  return [page, restart];
}

async function readPage(services: PopupServices): Promise<PopupPage> {
  const [site, status, settings, summary] = await Promise.all([
    services.getSiteState(),
    services.getStatus(),
    services.getSettings(),
    services.getPageSummary(),
  ]);
  return { site, status, settings, summary };
}

function mayStillAnswer({ site, summary }: PopupPage): boolean {
  if (!site.isGranted || !site.isEnabled) return false;
  return (
    summary === null ||
    summary.links.length + summary.ambiguities.length + summary.unresolvedPlans.length === 0
  );
}
