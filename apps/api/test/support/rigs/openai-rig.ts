import type { Simulator } from '@gemini-balance/gemini-simulator';
import OpenAI from 'openai';
import { CLIENT_TOKEN, discard, type GatewayEnv, type GatewayProcess } from '../processes/gateway-process';
import { GatewayRig, TWO_KEYS } from './gateway-rig';

export const MODEL = 'gemini-3.8-flash';
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A gateway in front of a simulator, and OpenAI's client of it. */
export class OpenaiRig {
  private constructor(
    public gateway: GatewayProcess,
    readonly simulator: Simulator,
  ) {}

  static async start(env: GatewayEnv = {}): Promise<OpenaiRig> {
    const { gateway, simulator } = await GatewayRig.startWithKeys(TWO_KEYS, {
      env: { FETCH_ALLOW_CIDRS: '127.0.0.1', ...env },
    });
    return new OpenaiRig(gateway, simulator);
  }

  client(path = '/v1', apiKey = CLIENT_TOKEN): OpenAI {
    return new OpenAI({ baseURL: this.gateway.url + path, apiKey, maxRetries: 0, fetch });
  }

  post(path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
    return this.fetch(path, { method: 'POST', body: JSON.stringify(body), ...init });
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.gateway.url}/v1${path}`, {
      headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-type': 'application/json' },
      ...init,
    });
  }

  /** What upstream was sent last. */
  lastSent(): string {
    return JSON.stringify(this.simulator.requests.at(-1)?.json);
  }

  async close(): Promise<void> {
    await discard(this.gateway);
    await this.simulator.close();
  }
}

/** A rig for the tests of one file. */
export function anOpenaiRig(env?: GatewayEnv) {
  const here = {} as { rig: OpenaiRig; openai: OpenAI };
  beforeAll(async () => {
    here.rig = await OpenaiRig.start(env);
    here.openai = here.rig.client();
  });
  afterAll(() => here.rig?.close());
  beforeEach(() => here.rig.simulator.forgetRequests());
  return here;
}

/** The body of a chat. */
export const aChat = (content: string) => ({ model: MODEL, messages: [{ role: 'user' as const, content }] });
