import { withLinkedPictures } from './linked-pictures';

const PICTURE = { inlineData: { mimeType: 'image/png', data: 'QUJD' } };
const linkTo = ({ mimeType, base64 }: { mimeType: string; base64: string }) =>
  Promise.resolve(`https://a.example/${mimeType}/${base64}`);
const chunkOf = (...parts: object[]) => ({
  candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }],
});

describe('the pictures of a reply', () => {
  it('become Markdown, in their places', async () => {
    expect(await withLinkedPictures(chunkOf({ text: 'Look' }, PICTURE, PICTURE), linkTo)).toEqual(
      chunkOf(
        { text: 'Look' },
        { text: '\n\n![image](https://a.example/image/png/QUJD)\n\n' },
        { text: '\n\n![image](https://a.example/image/png/QUJD)\n\n' },
      ),
    );
  });

  it.each<[what: string, chunk: object]>([
    ['nothing', {}],
    ['words', chunkOf({ text: 'Look' })],
    ['sounds', chunkOf({ inlineData: { mimeType: 'audio/wav', data: 'QUJD' } })],
    ['drafts', chunkOf({ ...PICTURE, thought: true })],
    ['a candidate without parts', { candidates: [{ finishReason: 'SAFETY' }] }],
  ])('are not looked for in %s', (_, chunk) => {
    expect(withLinkedPictures(chunk, linkTo)).toBe(chunk);
  });
});
