import { render } from 'preact';
import browser from 'webextension-polyfill';
import { askBackground } from '../messages/send.ts';
import { dressPage } from '../ui/dress-page.ts';
import { OptionsApp } from './options-app.tsx';
import type { OptionsServices } from './options-services.ts';

const services: OptionsServices = {
  getStatus: () => askBackground('getStatus', {}),
  getSettings: () => askBackground('getSettings', {}),
  changeSettings: (change) => askBackground('changeSettings', { change }),
  setSiteEnabled: (site, isEnabled) => askBackground('setSiteEnabled', { site, isEnabled }),
  addSource: (url) => askBackground('addSource', { url }),
  removeSource: (sourceId) => askBackground('removeSource', { sourceId }),
  syncNow: (sourceId) => askBackground('syncNow', { sourceId }),
  acceptHeld: (packId) => askBackground('acceptHeld', { packId }),
  refuseHeld: (packId) => askBackground('refuseHeld', { packId }),
  rollBackPack: (packId) => askBackground('rollBackPack', { packId }),
  countChoices: () => askBackground('countChoices', {}),
  forgetChoices: () => askBackground('forgetChoices', {}),
  getGrantedOrigins: async () => (await browser.permissions.getAll()).origins ?? [],
  hasAccess: (origin) => browser.permissions.contains({ origins: [origin] }),
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  revokeOrigin: (origin) => browser.permissions.remove({ origins: [origin] }),
  onAccessChange: (listener) => {
    browser.permissions.onAdded.addListener(listener);
    browser.permissions.onRemoved.addListener(listener);
    return () => {
      browser.permissions.onAdded.removeListener(listener);
      browser.permissions.onRemoved.removeListener(listener);
    };
  },
};

dressPage(document);
const root = document.getElementById('app');
if (root) render(<OptionsApp services={services} />, root);
