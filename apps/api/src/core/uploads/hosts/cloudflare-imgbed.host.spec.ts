import { Secret } from '../../secret';
import { describeUploadHost } from '../testing/describe-upload-host';
import { webHost } from '../testing/web-host';
import { cloudflareImgbed } from './cloudflare-imgbed.host';

const CODE = 'imgbed code & 0000000';

const imgbed = {
  kind: cloudflareImgbed,
  settings: (origin: string) => ({
    CLOUDFLARE_IMGBED_URL: `${origin}/bed/upload`,
    CLOUDFLARE_IMGBED_AUTH_CODE: new Secret(CODE),
    CLOUDFLARE_IMGBED_UPLOAD_FOLDER: 'made here/today',
  }),
  needed: { CLOUDFLARE_IMGBED_URL: '' },
  secrets: [CODE, encodeURIComponent(CODE)],
  refuses: ({ url }: { url: string }) => {
    const { pathname, searchParams } = new URL(url, 'http://host');
    const { authCode, uploadFolder, uploadNameType } = Object.fromEntries(searchParams);
    const isGood = authCode === CODE && uploadFolder === 'made here/today' && uploadNameType === 'origin';
    return pathname !== '/bed/upload' || !isGood;
  },
};

describe('an ImgBed that names a path', () => {
  const success = () => [{ src: '/file/a.png' }];
  const address = /^http:\/\/127\.0\.0\.1:\d+\/bed\/file\/a\.png$/;
  describeUploadHost('cloudflare_imgbed', webHost({ ...imgbed, success, address }));
});

describe('an ImgBed that names an address', () => {
  const success = () => [{ src: 'https://cdn.example/file/a.png' }];
  const address = /^https:\/\/cdn\.example\/file\/a\.png$/;
  describeUploadHost('cloudflare_imgbed', webHost({ ...imgbed, success, address }));
});

describe('an ImgBed that asks for no code', () => {
  const settings = (origin: string) => ({
    CLOUDFLARE_IMGBED_URL: `${origin}/upload`,
    CLOUDFLARE_IMGBED_UPLOAD_FOLDER: '',
  });
  const refuses = ({ url }: { url: string }) => url !== '/upload?uploadNameType=origin';
  const success = () => [{ src: '/file/a.png' }];
  const address = /^http:\/\/127\.0\.0\.1:\d+\/file\/a\.png$/;
  describeUploadHost('cloudflare_imgbed', webHost({ ...imgbed, settings, refuses, success, address }));
});
