import { render } from 'preact';
import browser from 'webextension-polyfill';
import { askBackground } from '../messages/send.ts';
import { applyTheme, dressPage } from '../ui/dress-page.ts';
import { OnboardingApp } from './onboarding-app.tsx';
import type { OnboardingServices } from './onboarding-services.ts';

const services: OnboardingServices = {
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  openOptions: () => void browser.runtime.openOptionsPage(),
};

dressPage(document);
const root = document.getElementById('app');
if (root) render(<OnboardingApp services={services} />, root);

// The page is complete without the reader's theme; on a first start there is none to be had.
askBackground('getSettings', {}).then(
  ({ theme }) => applyTheme(document, theme),
  (error: unknown) => console.warn('The theme could not be read.', error),
);
