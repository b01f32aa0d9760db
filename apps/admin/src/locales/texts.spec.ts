import * as englishTexts from './en/texts';
import * as chineseTexts from './zh-CN/texts';

type Texts = { [name: string]: string | Texts };

/** Dotted names of all texts; the forms of a plural count as one, since languages have different ones. */
function flatten(texts: Texts, prefix = ''): [name: string, text: string][] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const path = prefix + name.replace(/_(one|other)$/, '');
    return typeof text === 'string' ? [[path, text] as [string, string]] : flatten(text, `${path}.`);
  });
}

const english: Texts = { ...englishTexts };
const chinese: Texts = { ...chineseTexts };

it('has the same texts in both languages', () => {
  const names = (texts: Texts): string[] => [...new Set(flatten(texts).map(([name]) => name))].sort();
  expect(names(chinese)).toEqual(names(english));
});

it('fills the same values into both', () => {
  const values = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name!).sort();
  const ofEnglish = new Map(flatten(english).map(([name, text]) => [name, values(text)]));
  for (const [name, text] of flatten(chinese))
    expect([name, values(text)]).toEqual([name, ofEnglish.get(name)]);
});

it('leaves no text empty', () => {
  expect([...flatten(english), ...flatten(chinese)].filter(([, text]) => text.trim() === '')).toEqual([]);
});
