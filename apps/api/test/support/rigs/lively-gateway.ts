import { DEMO_KEYS, type Simulator, startSimulator } from '@gemini-balance/gemini-simulator';
import {
  ADMIN_TOKEN,
  CLIENT_TOKEN,
  discard,
  type GatewayEnv,
  type GatewayProcess,
  startGateway,
} from '../processes/gateway-process';

/** A gateway for the dashboard to show, in front of a simulator with keys of every health. Without keys at first. */
export interface LivelyGateway {
  readonly gateway: GatewayProcess;
  /** The admin REST. */
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Adds keys and tokens, changes a setting, and sends calls of several dialects of which some fail. */
  enliven(): Promise<void>;
  close(): Promise<void>;
}

const CHAT = { messages: [{ role: 'user', content: 'Tell me a story about a patient gateway.' }] };
const NATIVE = { contents: [{ parts: [{ text: 'Say hello' }] }] };

/** Each of these is sent several times. */
const CALLS: readonly [path: string, body: object][] = [
  ['/v1/chat/completions', { model: 'gemini-3.8-flash', ...CHAT }],
  ['/v1/chat/completions', { model: 'gemini-3.5-flash', stream: true, ...CHAT }],
  ['/v1beta/models/gemini-3.8-flash:generateContent', NATIVE],
  ['/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse', NATIVE],
  ['/v1/embeddings', { model: 'gemini-embedding-001', input: 'hello' }],
  ['/v1/messages', { model: 'gemini-3.5-flash', max_tokens: 100, ...CHAT }],
  ['/v1/chat/completions', { model: 'no-such-model', ...CHAT }],
  ['/v1/chat/completions', { model: 'gemini-3.8-flash', messages: [] }],
];
const ROUNDS = 4;

export async function startLivelyGateway(env: GatewayEnv = {}): Promise<LivelyGateway> {
  const simulator: Simulator = await startSimulator({ seed: 7, keys: DEMO_KEYS });
  const gateway = await startGateway({ BASE_URL: `${simulator.url}/v1beta`, API_KEYS: '', ...env });
  const bearer = (token: string) => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  });

  async function admin(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(gateway.url + path, {
      method,
      headers: bearer(ADMIN_TOKEN),
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async function enliven(): Promise<void> {
    await admin('POST', '/api/keys/import', { text: DEMO_KEYS.map(({ key }) => key).join('\n') });
    for (const name of ['phone', 'editor', 'nightly batch of the research team'])
      await admin('POST', '/api/tokens', { name, requestsPerDay: 50, tokensPerMinute: 100_000 });
    await admin('PATCH', '/api/settings', { set: { MAX_FAILURES: 5 } });
    simulator.addFault({ when: { chance: 0.15 }, do: { kind: 'error', fixture: '503-overloaded' } });
    simulator.addFault({ when: { chance: 0.2 }, do: { kind: 'latency', ms: 300 } });
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = CALLS.map(async ([path, body]) => {
        const sent = { method: 'POST', headers: bearer(CLIENT_TOKEN), body: JSON.stringify(body) };
        await (await fetch(gateway.url + path, sent)).text();
      });
      await Promise.all(answers);
    }
    simulator.clearFaults();
  }

  const close = async (): Promise<void> => {
    await discard(gateway);
    await simulator.close();
  };
  return { gateway, admin, enliven, close };
}
