import * as fc from 'fast-check';
import { InvalidRequestError } from '../../core/gateway-error';
import { parseMultipartForm } from './multipart-form';

async function encoded(form: FormData): Promise<[contentType: string, body: Buffer]> {
  const { headers, body } = new Request('http://host', { method: 'POST', body: form });
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  return [headers.get('content-type')!, bytes];
}

it('reads fields and files in order, with and without brackets', async () => {
  const form = new FormData();
  form.append('prompt', 'two\r\nlines, ü');
  form.append('image[]', new File(['one'], 'a.png', { type: 'image/png' }));
  form.append('image[]', new File([new Uint8Array([13, 10, 45, 45, 0])], 'b', { type: '' }));
  form.append('include[0]', 'x');
  const { fields, files } = await parseMultipartForm(...(await encoded(form)));
  expect(fields).toEqual(
    new Map([
      ['prompt', ['two\r\nlines, ü']],
      ['include', ['x']],
    ]),
  );
  expect(files.get('image')).toEqual([
    { filename: 'a.png', mimeType: 'image/png', bytes: Buffer.from('one') },
    { filename: 'b', mimeType: 'application/octet-stream', bytes: Buffer.from([13, 10, 45, 45, 0]) },
  ]);
});

it('gives every file back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (content) => {
      const form = new FormData();
      form.append('file', new File([new Uint8Array(content)], 'f'));
      const { files } = await parseMultipartForm(...(await encoded(form)));
      expect(files.get('file')?.[0]?.bytes.equals(Buffer.from(content))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['another type', 'application/json', '{}'],
  ['nothing', 'multipart/form-data; boundary=x', ''],
  ['no end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
  [
    'too many parts',
    'multipart/form-data; boundary=x',
    `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(300)}--x--\r\n`,
  ],
])('refuses a form with %s', async (_, contentType, body) => {
  await expect(parseMultipartForm(contentType, Buffer.from(body))).rejects.toBeInstanceOf(
    InvalidRequestError,
  );
});
