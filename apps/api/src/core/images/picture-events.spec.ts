import { PictureEvents } from './picture-events';
import { parsePictureOrder } from './picture-order';
import { toPictureResponse, toPictureUsage } from './picture-response';

const PICTURE = { mimeType: 'image/jpeg', base64: 'AAAA' };
const order = (more = {}) => parsePictureOrder({ prompt: 'a cat', ...more });
const eventOf = (frame: string): object => JSON.parse(frame.split('data: ')[1]!) as object;

it('shows as many drafts as the client wants, then the picture', () => {
  const events = new PictureEvents('image_edit', order({ partial_images: 1, size: '1024x1024' }), 7);
  const partial = events.partial(PICTURE);
  expect(partial).toMatch(/^event: image_edit\.partial_image\ndata: .*\n\n$/);
  expect(eventOf(partial)).toEqual({
    type: 'image_edit.partial_image',
    b64_json: 'AAAA',
    partial_image_index: 0,
    created_at: 7,
    size: '1024x1024',
    quality: 'auto',
    background: 'auto',
    output_format: 'jpeg',
  });
  expect(events.partial(PICTURE)).toBe('');
  expect(eventOf(events.completed(PICTURE))).toMatchObject({
    type: 'image_edit.completed',
    usage: { total_tokens: 0 },
  });
});

it('counts the tokens of pictures apart', () => {
  const usage = {
    promptTokenCount: 300,
    candidatesTokenCount: 1290,
    thoughtsTokenCount: 10,
    promptTokensDetails: [{ modality: 'IMAGE', tokenCount: 258 }],
  };
  expect(toPictureUsage([usage, usage])).toEqual({
    input_tokens: 300,
    output_tokens: 2600,
    total_tokens: 2900,
    input_tokens_details: { text_tokens: 42, image_tokens: 258 },
  });
  expect(toPictureUsage([undefined])).toBeUndefined();
});

it('gives addresses or bytes, and the form that the picture really has', () => {
  const pictures = [
    { ...PICTURE, url: undefined },
    { ...PICTURE, url: 'https://a.example/b' },
  ];
  expect(toPictureResponse(order({ output_format: 'png' }), pictures, undefined, 7)).toEqual({
    created: 7,
    data: [
      { b64_json: 'AAAA', revised_prompt: 'a cat' },
      { url: 'https://a.example/b', revised_prompt: 'a cat' },
    ],
    background: 'auto',
    output_format: 'jpeg',
    quality: 'auto',
    size: 'auto',
  });
});
