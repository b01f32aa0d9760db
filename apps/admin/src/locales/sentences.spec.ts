import { NETWORK_SENTENCES, SCHEDULE_SENTENCES, SETTING_SENTENCES } from '@gemini-balance/shared';
import english from './en/sentences.json';
import chinese from './zh-CN/sentences.json';

const TABLES = {
  network: Object.fromEntries(Object.keys(NETWORK_SENTENCES).map((code) => [code, []])),
  schedules: SCHEDULE_SENTENCES,
  settings: SETTING_SENTENCES,
} satisfies Record<keyof typeof english, Record<string, readonly string[]>>;

const valuesIn = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name!).sort();

describe.each(Object.entries(TABLES))('what the gateway says about %s', (about, table) => {
  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('has a text in %s for each code, with its values', (_, texts) => {
    const found = Object.entries(texts[about as keyof typeof texts]).map(([name, text]) => [
      name.replace(/_(one|other)$/, ''),
      valuesIn(text),
    ]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(table).map(([code, values]) => [code, [...values].sort()])),
    );
  });
});
