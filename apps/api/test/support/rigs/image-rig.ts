import type OpenAI from 'openai';
import { toFile } from 'openai';
import { openaiSdk } from '../clients/openai-sdk';
import { GatewayRig } from './gateway-rig';

/** CREATE_IMAGE_MODEL unless it is set. */
export const STANDARD = 'gemini-3.1-flash-image-preview';
export const OTHER = 'gemini-2.5-flash-image';
export const IMAGEN = 'imagen-4.0-generate-001';

/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** How a PNG begins in base64. */
export const PNG_START = 'iVBORw0KGgo';

export const aPicture = () => toFile(PIXEL, 'picture.png', { type: 'image/png' });

/** A gateway for the tests of one file that makes pictures and keeps them itself; each test has keys of its own. */
export function anImageRig() {
  const here = {} as { rig: GatewayRig; openai: OpenAI };
  beforeAll(async () => {
    here.rig = await GatewayRig.start({
      env: { FETCH_ALLOW_CIDRS: '127.0.0.1', UPLOAD_PROVIDER: 'local', SAFETY_SETTINGS: '[]' },
      simulator: { models: [STANDARD, OTHER, IMAGEN] },
    });
    here.openai = openaiSdk(here.rig.gateway.url);
  });
  afterAll(() => here.rig?.close());
  beforeEach(async () => {
    await here.rig.reset();
    await here.rig.addKeys(2);
  });
  /** The requests that upstream was sent for a model. */
  const sent = (model = STANDARD) =>
    here.rig.callsFor(model).map(({ json }) => json as Record<string, unknown>);
  return { here, sent };
}
