import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FaultBuilder } from './faults/fault-builder';
import { FaultRules, type FaultCondition, type FaultRule } from './faults/fault-rules';
import { KeyRing } from './keys/key-ring';
import type { KeyHealth, KeyOptions } from './keys/simulated-key';
import { ModelDirectory } from './models/model-directory';
import { QuotaMeter } from './quotas/quota-meter';
import type { RecordedRequest } from './recording/recorded-request';
import { Recorder, type RequestMatch, type WaitOptions } from './recording/recorder';
import { ResourceStore } from './resources/resource-store';
import { Uploads } from './resources/uploads';
import { serveRequest } from './server/serve-request';
import type { SimulatorContext } from './server/simulator-context';
import type { SimulatorOptions } from './simulator-options';
import { serveLive } from './live/serve-live';
import { systemClock, type SimulatorClock } from './time/clock';

const EVENTS = 4;
const RECORD_LIMIT = 10_000;

/** Starts a simulator; resolves when it listens. Rejects where the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const context = contextOf(options);
  const server = createServer((message, response) => {
    serveRequest(message, response, context).catch((bug: unknown) => {
      response.destroy();
      throw bug;
    });
  });
  serveLive(server, context);
  // A gateway's idle connections are its own affair; a test that wants them closed says so with a fault.
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  return new Simulator(server, host, context);
}

/** A running stand-in for the Gemini API. */
export class Simulator {
  readonly port: number;
  /** `http://127.0.0.1:18100`, without a version or a slash at the end. */
  readonly url: string;
  readonly clock: SimulatorClock;
  readonly #server: Server;
  readonly #context: SimulatorContext;

  constructor(server: Server, host: string, context: SimulatorContext) {
    this.port = (server.address() as AddressInfo).port;
    this.url = `http://${host.includes(':') ? `[${host}]` : host}:${this.port}`;
    this.clock = context.clock;
    this.#server = server;
    this.#context = context;
  }

  /** What it received, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#context.recorder.requests;
  }

  /** Each request once, in order of arrival: one that came already, or the next to come. Rejects when the simulator closes. */
  nextRequest(match: RequestMatch = () => true, options: WaitOptions = {}): Promise<RecordedRequest> {
    return this.#context.recorder.take(match, options);
  }

  /** The oldest request that matches, or the first to come that does. Rejects when the simulator closes. */
  waitForRequest(match: RequestMatch, options: WaitOptions = {}): Promise<RecordedRequest> {
    return this.#context.recorder.find(match, options);
  }

  forgetRequests(): void {
    this.#context.recorder.forget();
  }

  /** Adds a key, or replaces it. */
  addKey(key: KeyOptions | string): void {
    this.#context.keys.add(key);
  }

  /** Throws for a key that was never added. */
  setHealth(key: string, health: KeyHealth): void {
    this.#context.keys.setHealth(key, health);
  }

  /** Begins a rule: `sim.on({ model }).once().fail('503-overloaded')`. Without a condition: every request. */
  on(when: FaultCondition = {}): FaultBuilder {
    return new FaultBuilder(this.#context.rules, when);
  }

  /** Returns a function that takes the rule back. */
  addFault(rule: FaultRule): () => void {
    return this.#context.rules.add(rule);
  }

  clearFaults(): void {
    this.#context.rules.clear();
  }

  /** Drops every connection and stops listening. */
  async close(): Promise<void> {
    this.#context.recorder.close();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}

function contextOf(options: SimulatorOptions): SimulatorContext {
  const seed = options.seed ?? 1;
  const clock = options.clock ?? systemClock;
  const meter = new QuotaMeter(clock);
  const keys = new KeyRing(meter, options.keys === 'any');
  const rules = new FaultRules(seed);
  if (options.keys !== 'any') for (const key of options.keys ?? []) keys.add(key);
  for (const rule of options.faults ?? []) rules.add(rule);
  const resources = new ResourceStore();
  let serial = 0;
  return {
    seed,
    clock,
    meter,
    keys,
    rules,
    models: new ModelDirectory(options.models),
    resources,
    uploads: new Uploads(resources, () => clock.nowMs()),
    recorder: new Recorder(options.recordLimit ?? RECORD_LIMIT),
    pace: { events: options.events ?? EVENTS, eventDelayMs: options.eventDelayMs ?? 0 },
    nextSerial: () => serial++,
  };
}
