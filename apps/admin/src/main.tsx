import 'reflect-metadata';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { firstLanguage, startI18n } from './locales/i18n';
import { loadTexts } from './locales/load-texts';
import './main.css';
import { startTheme } from './theme/theme-store';

startTheme();
const language = firstLanguage();
startI18n(language, await loadTexts(language));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
