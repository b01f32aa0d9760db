import type { KeyDto, KeyListDto } from '@gemini-balance/shared';
import {
  type KeyOptions,
  type RecordedRequest,
  type Simulator,
  simulatedKey,
  type SimulatorOptions,
  startSimulator,
} from '@gemini-balance/gemini-simulator';
import {
  ADMIN_TOKEN,
  CLIENT_TOKEN,
  discard,
  type GatewayEnv,
  type GatewayProcess,
  startGateway,
} from '../processes/gateway-process';

/** A model for each test that wants one which nobody has asked for before. */
const MODELS = Array.from({ length: 600 }, (_, n) => `test-model-${n}`);

/** What a native request of these tests says unless it says something else. */
export const HELLO = { contents: [{ role: 'user', parts: [{ text: 'Say hello' }] }] };

/** For `startWithKeys`. */
export const TWO_KEYS = [
  'AIzaSyTest-key-number-one-0000000000001',
  'AIzaSyTest-key-number-two-0000000000002',
];

export interface RigOptions {
  readonly env?: GatewayEnv;
  readonly simulator?: SimulatorOptions;
}

export interface Answered {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- fields of replies without a declared shape
  readonly json: any;
}

/** A gateway in front of a simulator, and the means to steer both. Serves many tests, each with keys and a model of its own. */
export class GatewayRig {
  #keysMade = 0;
  #modelsGiven = 0;

  private constructor(
    public gateway: GatewayProcess,
    readonly simulator: Simulator,
  ) {}

  static async start({ env = {}, simulator: options = {} }: RigOptions = {}): Promise<GatewayRig> {
    const simulator = await startSimulator({ keys: 'any', models: MODELS, ...options });
    const starting = startGateway({
      BASE_URL: `${simulator.url}/v1beta`,
      VERTEX_EXPRESS_BASE_URL: `${simulator.url}/v1beta1/publishers/google`,
      ...env,
    });
    // A simulator that is left open would keep the run of the tests from ending.
    const gateway = await starting.catch(async (error: unknown) => {
      await simulator.close();
      throw error;
    });
    return new GatewayRig(gateway, simulator);
  }

  /** In front of a simulator with the models of Gemini, and with keys that the gateway has from its environment. */
  static startWithKeys(
    keys: readonly string[],
    { env = {}, simulator = {} }: RigOptions = {},
  ): Promise<GatewayRig> {
    return GatewayRig.start({
      env: { API_KEYS: keys.join(','), ...env },
      simulator: { keys, models: undefined, ...simulator },
    });
  }

  async close(): Promise<void> {
    await discard(this.gateway);
    await this.simulator.close();
  }

  /** Takes back faults, keys, and what keys and projects were held for. */
  async reset(): Promise<void> {
    this.simulator.clearFaults();
    this.simulator.forgetRequests();
    const ids = await this.keyIds();
    if (ids.length === 0) return;
    await this.admin('POST', '/api/keys/reset', { ids });
    await this.admin('POST', '/api/keys/delete', { ids });
  }

  freshModel(): string {
    return MODELS[this.#modelsGiven++]!;
  }

  /** Adds that many keys to the gateway, good ones that the simulator knows. */
  addKeys(count: number): Promise<string[]> {
    return this.addKeysOf(Array.from({ length: count }, () => ({})));
  }

  /** Adds one key for each, to the simulator with these properties and to the gateway. */
  async addKeysOf(each: readonly Omit<KeyOptions, 'key'>[]): Promise<string[]> {
    const keys = each.map((options) => {
      const key = simulatedKey(`test-${this.#keysMade++}`);
      this.simulator.addKey({ key, ...options });
      return key;
    });
    await this.admin('POST', '/api/keys/import', { text: keys.join('\n') });
    return keys;
  }

  /** The gateway's keys, oldest first. */
  async keys(): Promise<KeyDto[]> {
    const { items } = await this.admin<KeyListDto>('GET', '/api/keys?limit=500');
    return items.reverse();
  }

  async keyIds(): Promise<number[]> {
    return (await this.keys()).map(({ id }) => id);
  }

  /** Calls the admin REST. Throws for any answer but a good one. */
  async admin<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.gateway.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** Sends a native request as a client. */
  post(path: string, body: unknown = HELLO, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.gateway.url}${path}`, {
      method: 'POST',
      headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
  }

  /** Calls the gateway as a client of Gemini's, and reads what it answers. */
  async ask(method: string, path: string, body?: unknown, token = CLIENT_TOKEN): Promise<Answered> {
    const response = await fetch(`${this.gateway.url}${path}`, {
      method,
      headers: { 'x-goog-api-key': token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? undefined : JSON.parse(text) };
  }

  generate(model: string, init?: RequestInit): Promise<Response> {
    return this.post(`/v1beta/models/${model}:generateContent`, HELLO, init);
  }

  /** The status of an answer that is read to its end. */
  async statusOf(model: string, token?: string): Promise<number> {
    return (await this.ask('POST', `/v1beta/models/${model}:generateContent`, HELLO, token)).status;
  }

  stream(model: string, form: StreamForm = 'sse', init?: RequestInit): Promise<Response> {
    const query = form === 'sse' ? '?alt=sse' : '';
    return this.post(`/v1beta/models/${model}:streamGenerateContent${query}`, HELLO, init);
  }

  /** The keys that upstream was asked with. */
  keysAsked(): Set<string | undefined> {
    return new Set(this.simulator.requests.map(({ key }) => key));
  }

  /** What upstream was asked for this model. */
  callsFor(model: string): RecordedRequest[] {
    return this.simulator.requests.filter((request) => request.model === model);
  }
}

export type StreamForm = 'sse' | 'json-array';
