/** Answers the calls of `messages/surface.ts`. */

import type { Runtime } from 'webextension-polyfill';
import browser from 'webextension-polyfill';
import { annotateText } from '../linking/annotate-text.ts';
import type { BackgroundMessage } from '../messages/parse-message.ts';
import type { PageSettings } from '../messages/surface.ts';
import { applyChoices } from '../model/apply-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { Status } from '../model/status.ts';
import { countChoices, forgetChoices } from '../store/choices.ts';
import { listHeld } from '../store/held-packs.ts';
import { listPacks } from '../store/packs.ts';
import { acceptHeld, refuseHeld, rollBackPack } from '../sync/decide-held.ts';
import { cardOfRecord } from './card-of-record.ts';
import { database } from './database.ts';
import { engineStatus, knowledgeOfPacks } from './engine-host.ts';
import { choicesFor, rememberChoice } from './reader-choices.ts';
import { setSiteEnabled, siteStateOf, tellTabs } from './sites.ts';
import { adoptLostSources, sourceStatuses } from './sources.ts';
import { changeSettings, readSettings } from './stored-settings.ts';
import { addSource, decideOnPacks, deleteSource, prepare, syncAll, syncSources } from './sync-packs.ts';

/** The answer to a call that was parsed and whose sender may ask it. Throws what can be shown to the reader. */
export async function handleCall(
  call: BackgroundMessage,
  sender: Pick<Runtime.MessageSender, 'url' | 'tab'>,
): Promise<unknown> {
  switch (call.name) {
    case 'annotateText':
      await prepare();
      return applyChoices(
        await annotateText(call.request, await knowledgeOfPacks()),
        // The tab knows where a page went by itself since it was loaded.
        await choicesFor(sender.tab?.url ?? sender.url ?? ''),
      );
    case 'getCard':
      return cardOfRecord({ ...call.request, language: await cardLanguage(call.request.language) });
    case 'getPageSettings':
      return pageSettings(sender.url ?? '');
    case 'getStatus':
      return status();
    case 'getSettings':
      return readSettings();
    case 'changeSettings': {
      const settings = await changeSettings(call.request.change);
      await tellTabs('reannotate');
      return settings;
    }
    case 'getSiteState':
      return siteStateOf(call.request.url);
    case 'setSiteEnabled': {
      const { site, isEnabled } = call.request;
      await setSiteEnabled(site, isEnabled);
      return siteStateOf(`https://${site}/`);
    }
    case 'chooseReading':
      await rememberChoice(call.request);
      await tellTabs('reannotate');
      return {};
    case 'countChoices':
      return countChoices(await database());
    case 'forgetChoices':
      await forgetChoices(await database());
      await tellTabs('reannotate');
      return {};
    case 'addSource':
      await addSource(call.request.url);
      return status();
    case 'removeSource':
      await deleteSource(call.request.sourceId);
      return status();
    case 'syncNow':
      await syncSources(call.request.sourceId);
      return status();
    case 'acceptHeld': {
      const { packId } = call.request;
      let isReleased = false;
      await decideOnPacks(async (store) => {
        isReleased = (await acceptHeld(store, packId)) === 'released';
      });
      if (isReleased) await syncAll();
      return status();
    }
    case 'refuseHeld': {
      const { packId } = call.request;
      await decideOnPacks((store) => refuseHeld(store, packId));
      return status();
    }
    case 'rollBackPack': {
      const { packId } = call.request;
      await decideOnPacks((store) => rollBackPack(store, packId));
      return status();
    }
  }
}

async function status(): Promise<Status> {
  // Whoever looks at the state of things also sets a first installation going that was cut off.
  const preparation = prepare().then(knowledgeOfPacks);
  preparation.catch((error: unknown) => console.error('Newsgloss:', error));
  const store = await database();
  const [packs, held] = await Promise.all([listPacks(store), listHeld(store)]);
  await adoptLostSources(() => listPacks(store));
  return { sources: await sourceStatuses(), packs, held, engine: engineStatus() };
}

async function pageSettings(url: string): Promise<PageSettings> {
  const [settings, { isGranted, isEnabled }] = await Promise.all([readSettings(), siteStateOf(url)]);
  const { kinds, theme, markStyle, mentions } = settings;
  return {
    isEnabled: isGranted && isEnabled,
    kinds,
    theme,
    markStyle,
    mentions,
    language: chosenLanguage(settings),
  };
}

async function cardLanguage(asked: string | null): Promise<string | null> {
  return asked ?? chosenLanguage(await readSettings());
}

const chosenLanguage = ({ language }: Settings): string | null => language ?? browser.i18n.getUILanguage();
