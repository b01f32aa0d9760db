import type * as texts from './en/texts';
import type { Language } from './language';

/** Every text of a language by namespace: one for each feature, and those of the parts that pages share. */
export type Texts = typeof texts;

const LOADERS: Record<Language, () => Promise<{ [Namespace in keyof Texts]: object }>> = {
  en: () => import('./en/texts'),
  'zh-CN': () => import('./zh-CN/texts'),
};

/** Fetches the texts of one language; the others stay where they are. */
export async function loadTexts(language: Language): Promise<Texts> {
  // Languages differ in their plural forms, which the types of the texts tell apart.
  return (await LOADERS[language]()) as Texts;
}
