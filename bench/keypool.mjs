// Prints what acquire + settle costs in a pool of 10, 1,000 and 100,000 keys of which 99 % rest.
// The CPU column counts the whole process, the collector's threads too; unlike the others it is not disturbed by neighbours.
// Needs the built api (`npm run build`); another build can be named: node bench/keypool.mjs <dist directory>.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const BARS = { meanUs: 2, p99Us: 20 };
const MODELS = Array.from({ length: 30 }, (_, model) => `gemini-${model}`);
const RESTING_SHARE = 0.99;
const START_MS = Date.UTC(2026, 10, 20, 9);
const WARM_UP = 200_000;
const BATCHES = 400;
const BATCH = 1_000;
const SINGLES = 400_000;

const dist = resolve(process.argv[2] ?? new URL('../apps/api/dist', import.meta.url).pathname);
const require = createRequire(import.meta.url);
const { KeyPool } = require(`${dist}/core/keypool/key-pool.js`);
const { Secret } = require(`${dist}/core/secret.js`);
const { DEFAULT_HOLD_POLICY } = require(`${dist}/core/keypool/hold-policy.js`);

/** A small seeded generator: every run does the same. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const error = { status: 429, message: 'refused', details: [] };
/** How a hundred attempts end. */
const MIX = [
  [70, { kind: 'ok' }],
  [10, { kind: 'rate_limited', retryAfterMs: 41_000, error }],
  [4, { kind: 'rate_limited', error }],
  [5, { kind: 'quota_exhausted', error }],
  [2, { kind: 'not_entitled', error }],
  [2, { kind: 'capacity_exhausted', error }],
  [2, { kind: 'overloaded', error }],
  [2, { kind: 'network_failed', failure: 'reset', error }],
  [2, { kind: 'invalid_request', error }],
  [1, { kind: 'misconfigured_key', error }],
].flatMap(([share, outcome]) => Array(share).fill(outcome));

/** A pool of which 99 % rests, each key and model until some time of the next day. */
function aRestingPool(size) {
  const random = seeded(size);
  const clock = { ms: START_MS, nowMs: () => clock.ms, sleep: async () => {} };
  const pool = new KeyPool(clock, random, () => ({ ...DEFAULT_HOLD_POLICY, maxFailures: 1_000 }));
  const secret = new Secret('AIza-not-a-key-but-as-long-as-one-is-39');
  const ids = Array.from({ length: size }, (_, index) => index + 1);
  pool.load(
    ids.map((id) => ({ id, secret, fingerprint: id.toString(16), weight: 1, isEnabled: true, failures: 0 })),
    [],
  );
  const horizonMs = 24 * 3_600_000;
  for (const scope of MODELS) {
    const resting = ids.filter(() => random() < RESTING_SHARE);
    pool.apply(
      resting.map((id) => ({
        subject: { kind: 'key', id },
        scope,
        sinceMs: START_MS - 1_000,
        untilMs: START_MS + 1 + random() * horizonMs,
        reason: 'quota_exhausted',
        strikes: 1,
      })),
    );
  }
  return { pool, clock, random };
}

function measure(size) {
  const resting = aRestingPool(size);
  const { pool, clock, random } = resting;
  let lent = 0;
  let stepMs = 0.01;
  const operation = (scope, outcome) => {
    const answer = pool.acquire(scope);
    clock.ms += stepMs;
    if (answer.kind === 'none') return;
    lent++;
    answer.settle(outcome);
  };
  // Time goes faster while too many keys rest, and slower while too few do.
  const steer = () => (stepMs *= restingShare(resting, size, 2_000) < RESTING_SHARE ? 0.8 : 1.25);
  const scopes = Array.from({ length: 8_192 }, () => MODELS[Math.floor(random() * MODELS.length)]);
  const outcomes = Array.from({ length: 8_192 }, () => MIX[Math.floor(random() * MIX.length)]);
  let at = 0;
  const next = () => operation(scopes[at & 8_191], outcomes[(at++ * 7) & 8_191]);

  for (let count = 0; count < WARM_UP; count++) {
    next();
    if (count % BATCH === 0) steer();
  }
  lent = 0;

  const batches = [];
  let cpuUs = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    for (let count = 0; count < BATCH; count++) next();
    batches.push(Number(process.hrtime.bigint() - start) / BATCH / 1_000);
    const { user, system } = process.cpuUsage(cpu);
    cpuUs += user + system;
    steer();
  }
  const singles = new Float64Array(SINGLES);
  for (let count = 0; count < SINGLES; count++) {
    if (count % BATCH === 0) steer();
    const start = process.hrtime.bigint();
    next();
    singles[count] = Number(process.hrtime.bigint() - start) / 1_000;
  }
  singles.sort();
  return {
    size,
    meanUs: batches.reduce((sum, batch) => sum + batch, 0) / BATCHES,
    cpuUs: cpuUs / BATCHES / BATCH,
    p99Us: singles[Math.floor(SINGLES * 0.99)],
    maxUs: singles[SINGLES - 1],
    lentShare: lent / (BATCHES * BATCH + SINGLES),
    restingShare: restingShare(resting, size, 100_000),
  };
}

/** The share of the pairs of a key and a model that rest, estimated by asking for some. */
function restingShare({ pool, random }, size, samples) {
  let resting = 0;
  for (let sample = 0; sample < samples; sample++) {
    const scope = MODELS[Math.floor(random() * MODELS.length)];
    const answer = pool.acquireById(1 + Math.floor(random() * size), scope);
    if (answer.kind === 'none') resting++;
    else answer.settle({ kind: 'client_left' });
  }
  return resting / samples;
}

console.log('| keys | mean µs | CPU µs | p99 µs | slowest µs | lent | resting |');
console.log('|---:|---:|---:|---:|---:|---:|---:|');
let isMissed = false;
for (const size of [10, 1_000, 100_000]) {
  const { meanUs, cpuUs, p99Us, maxUs, lentShare, restingShare } = measure(size);
  isMissed ||= meanUs > BARS.meanUs || p99Us > BARS.p99Us;
  const cells = [
    size.toLocaleString('en'),
    meanUs.toFixed(2),
    cpuUs.toFixed(2),
    p99Us.toFixed(2),
    maxUs.toFixed(0),
    `${(lentShare * 100).toFixed(0)} %`,
    `${(restingShare * 100).toFixed(1)} %`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
console.log(`\nBars: mean ${BARS.meanUs} µs, p99 ${BARS.p99Us} µs${isMissed ? ' — missed' : ''}.`);
