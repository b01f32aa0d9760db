import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readChoice, storeChoice } from '../lib/stored-choice';
import { pickLanguage, type Language } from './language';
import { resources } from './resources';

const STORED_AS = 'language';

/** Starts translation in the language of the administrator; the texts are in the bundle, so it is ready at once. */
export function startI18n(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  void i18next.use(initReactI18next).init({
    resources,
    lng: pickLanguage(readChoice(STORED_AS), navigator.languages),
    fallbackLng: 'en',
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
}

/** Switches the language and remembers it. */
export function chooseLanguage(language: Language): void {
  storeChoice(STORED_AS, language);
  void i18next.changeLanguage(language);
}
