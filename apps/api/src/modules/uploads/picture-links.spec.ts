import { Logger } from '@nestjs/common';
import { Cancellation } from '../../core/cancellation';
import { FakeClock } from '../../core/testing/fake-clock';
import { type UploadFile, UploadHostError, UploadHostUnsetError } from '../../core/uploads/upload-host';
import { PictureLinks } from './picture-links';

const PICTURE = { mimeType: 'image/png', base64: 'iVBORw==' };
const DATA = 'data:image/png;base64,iVBORw==';

function links(upload: (file: UploadFile) => Promise<{ url: string }>) {
  const others = {
    id: 'other',
    upload: () => Promise.reject(new Error('not chosen')),
    probe: () => Promise.resolve(),
  };
  const hosts = [others, { id: 'chosen', upload, probe: () => Promise.resolve() }];
  const ids = { requestId: () => 'req', withPrefix: (prefix: string) => `${prefix}0123456789abcdef01234567` };
  const clock = new FakeClock(Date.UTC(2026, 10, 21));
  const pictures = new PictureLinks(
    hosts,
    () => 'chosen',
    { of: () => 'https://ai.example' },
    { read: () => Promise.resolve(undefined) },
    ids,
    clock,
  );
  const exchange = { clientLeft: new Cancellation(), request: {} };
  return (picture = PICTURE) => pictures.linkTo(picture, exchange as never);
}

afterEach(() => jest.restoreAllMocks());

it('puts a picture on the chosen host, under a name that cannot be guessed', async () => {
  const files: UploadFile[] = [];
  const linkTo = links(async (file) => {
    files.push(file);
    return { url: 'https://cdn.example/a.png' };
  });
  expect(await linkTo()).toBe('https://cdn.example/a.png');
  await linkTo({ mimeType: 'image/svg+xml', base64: '' });
  expect(files.map(({ name }) => name)).toEqual([
    '2026/11/21/0123456789abcdef01234567.png',
    '2026/11/21/0123456789abcdef01234567.bin',
  ]);
  expect(files[0]?.bytes.toString('hex')).toBe('89504e47');
});

it('leads back to the gateway where the gateway is the host', async () => {
  expect(await links(async () => ({ url: '/pictures/a.png' }))()).toBe('https://ai.example/pictures/a.png');
});

it('gives the picture as data where the host fails, and says so in the log', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const linkTo = links(() => Promise.reject(new UploadHostError('It answered with status 500.')));
  expect(await linkTo()).toBe(DATA);
  expect(warn).toHaveBeenCalledWith(
    { host: 'chosen', problem: 'It answered with status 500.', count: 1 },
    expect.stringContaining('as data'),
  );
});

it('gives it as data, without alarm, where no host was ever set up', async () => {
  jest.spyOn(Logger.prototype, 'debug').mockImplementation();
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  expect(await links(() => Promise.reject(new UploadHostUnsetError('A_TOKEN')))()).toBe(DATA);
  expect(warn).not.toHaveBeenCalled();
});

it('does not hide a mistake of the gateway', async () => {
  await expect(links(() => Promise.reject(new TypeError('x')))()).rejects.toThrow(TypeError);
});
