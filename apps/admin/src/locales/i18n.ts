import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberLanguage } from './chosen-language';
import type { Language } from './language';
import { loadTexts, type Texts } from './load-texts';

/** Starts translation with texts that are there already, so that no page shows the name of a text for a moment. */
export function startI18n(language: Language, texts: Texts): void {
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  void i18next.use(initReactI18next).init({
    resources: { [language]: { ...texts } },
    lng: language,
    fallbackLng: false,
    defaultNS: 'controls',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
}

/**
 * Switches the language once its texts have come, and remembers it.
 * @throws when the texts cannot be fetched; the language stays as it is then
 */
export async function chooseLanguage(language: Language): Promise<void> {
  const texts = await loadTexts(language);
  for (const [namespace, text] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, text);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
