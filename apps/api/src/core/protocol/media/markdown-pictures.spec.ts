import { shownPictures, splitMarkdownPictures } from './markdown-pictures';

const media = new Map([
  ['https://a.example/x.png', { mimeType: 'image/png', base64: 'QUJD' }],
  ['https://a.example/x.pdf', { mimeType: 'application/pdf', base64: 'QUJD' }],
]);
const PICTURE = { inlineData: { mimeType: 'image/png', data: 'QUJD' } };

describe('pictures in Markdown', () => {
  it.each([
    ['a data URI', 'Look: ![a](data:image/png;base64,QUJD) good?'],
    ['an address that was fetched', 'Look: ![a](https://a.example/x.png) good?'],
  ])('come back as pictures: %s', (_, text) => {
    expect(splitMarkdownPictures(text, media)).toEqual([{ text: 'Look: ' }, PICTURE, { text: ' good?' }]);
  });

  it.each([
    ['an address that was not fetched', '![a](https://a.example/y.png)'],
    ['what is no picture', '![a](https://a.example/x.pdf)'],
    ['a link', '[a](https://a.example/x.png)'],
  ])('stay text: %s', (_, text) => {
    expect(splitMarkdownPictures(text, media)).toEqual([{ text }]);
    expect(splitMarkdownPictures(text, new Map())).toEqual([{ text }]);
  });

  it('are found by their addresses, each once and the latest of many', () => {
    const texts = Array.from(
      { length: 20 },
      (_, n) => `![${n}](https://a.example/${n}) [no](https://b.example)`,
    );

    expect(shownPictures(['![1](data:image/png;base64,QUJD)', undefined, texts[0], texts[0]])).toEqual([
      'https://a.example/0',
    ]);
    expect(shownPictures(texts)).toEqual(Array.from({ length: 16 }, (_, n) => `https://a.example/${n + 4}`));
  });

  it('are read however large they are', () => {
    const data = 'QUJD'.repeat(2_000_000);

    expect(splitMarkdownPictures(`![a](data:image/png;base64,${data})`, new Map())).toEqual([
      { inlineData: { mimeType: 'image/png', data } },
    ]);
  });
});
