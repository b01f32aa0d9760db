import { imageModelOf, isImageChat, isImagen } from './image-model';

const STANDARD = 'gemini-3.1-flash-image-preview';

it.each([
  [undefined, STANDARD],
  ['dall-e-3', STANDARD],
  ['gpt-image-1', STANDARD],
  ['gpt-image-1.5-mini', STANDARD],
  ['chatgpt-image-latest', STANDARD],
  [`${STANDARD}-chat`, STANDARD],
  ['gemini-2.5-flash-image', 'gemini-2.5-flash-image'],
  ['imagen-4.0-generate-001', 'imagen-4.0-generate-001'],
])('%s means %s', (asked, model) => {
  expect(imageModelOf(asked, STANDARD)).toBe(model);
});

it('knows who chats and who predicts', () => {
  expect([isImageChat(`${STANDARD}-chat`, STANDARD), isImageChat('other-chat', STANDARD)]).toEqual([
    true,
    false,
  ]);
  expect([isImagen('imagen-4.0-generate-001'), isImagen(STANDARD)]).toEqual([true, false]);
});
