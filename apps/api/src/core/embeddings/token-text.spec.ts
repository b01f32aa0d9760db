import { textsOf } from './token-text';

it('leaves texts as they are', () => {
  const texts = ['a', 'b'];
  expect(textsOf(texts)).toBe(texts);
});

it('decodes tokens, those beside texts too', () => {
  expect(textsOf([[9906, 1917], 'as it is'])).toEqual(['Hello world', 'as it is']);
});

it('refuses a number that is no token, and says what to do', () => {
  expect(() => textsOf([[1], [999_999]])).toThrow(
    expect.objectContaining({
      field: 'input',
      message: expect.stringMatching(/input\[1].*check_embedding_ctx_length/),
    }),
  );
});
