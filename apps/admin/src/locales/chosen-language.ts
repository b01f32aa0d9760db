import { readChoice, storeChoice } from '../lib/stored-choice';
import { pickLanguage, type Language } from './language';

const STORED_AS = 'language';

/** The language to begin with. */
export function firstLanguage(): Language {
  return pickLanguage(readChoice(STORED_AS), navigator.languages);
}

export function rememberLanguage(language: Language): void {
  storeChoice(STORED_AS, language);
}
