import 'reflect-metadata';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { noticeLostParts } from './lib/lost-parts';
import { firstLanguage } from './locales/chosen-language';
import { startI18n } from './locales/i18n';
import { loadTexts, type Texts } from './locales/load-texts';
import './main.css';
import { awaitInstallOffer } from './pwa/install-offer';
import { offerNewerVersion } from './pwa/offer-newer-version';
import { startServiceWorker } from './pwa/start-service-worker';
import { startTheme } from './theme/theme-store';

function render(texts: Texts): void {
  startI18n(language, texts);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root.');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

startTheme();
noticeLostParts();
awaitInstallOffer();
const language = firstLanguage();
loadTexts(language).then(render, () => location.replace('/offline.html'));
if (import.meta.env.PROD) void startServiceWorker(offerNewerVersion);
