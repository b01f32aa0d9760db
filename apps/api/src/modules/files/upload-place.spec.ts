import { uploadPlaceOf } from './upload-place';

const GOOGLE = 'https://generativelanguage.googleapis.com';

it.each<[what: string, address: string, upstream: string, origin: string, path: string]>([
  [
    'an address of upstream',
    `${GOOGLE}/upload/v1beta/files?upload_id=1`,
    GOOGLE,
    GOOGLE,
    '/upload/v1beta/files?upload_id=1',
  ],
  ['one with a key in it', `${GOOGLE}/upload?key=k&upload_id=1`, GOOGLE, GOOGLE, '/upload?upload_id=1'],
  [
    'one of another host',
    'http://bytes.example:81/u?id=1',
    'http://127.0.0.1:9/',
    'http://bytes.example:81',
    '/u?id=1',
  ],
  [
    'one without a host',
    '/upload?upload_id=1',
    'http://127.0.0.1:9',
    'http://127.0.0.1:9',
    '/upload?upload_id=1',
  ],
  [
    "Google's behind a mirror",
    `${GOOGLE}/upload?upload_id=1`,
    'https://mirror.example/gemini',
    'https://mirror.example',
    '/gemini/upload?upload_id=1',
  ],
])('takes %s', (_, address, upstream, origin, path) => {
  expect(uploadPlaceOf(address, upstream)).toEqual({ origin, path });
});

it.each(['ftp://host/x', 'http://', 'javascript:alert(1)'])('takes no %s', (address) => {
  expect(uploadPlaceOf(address, GOOGLE)).toBeUndefined();
});
