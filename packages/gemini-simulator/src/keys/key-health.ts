import { errorFixture } from '../fixtures/load-fixtures';
import { quotaRefusal, type SpentQuota } from '../quotas/quota-refusal';
import { fixtureReply, type ApiReply } from '../wire/api-reply';
import type { KeyHealth, SimulatedKey } from './simulated-key';

const REFUSED_EVERYWHERE: Partial<Record<KeyHealth, string>> = {
  invalid: '400-api-key-invalid',
  not_found: '400-api-key-not-found',
  expired: '400-api-key-expired',
  wrong_type: '401-access-token-type-unsupported',
  leaked: '403-leaked-key',
  suspended: '403-consumer-suspended',
  project_denied: '403-project-denied-access',
  service_disabled: '403-service-disabled',
  billing_disabled: '403-billing-disabled',
  service_blocked: '403-api-key-service-blocked',
  referrer_blocked: '403-api-key-http-referrer-blocked',
  ip_blocked: '403-api-key-ip-address-blocked',
  billing_country: '403-billing-country',
  wrong_country: '400-user-location',
  wrong_country_free_tier: '400-free-tier-country',
  project_quota_zero: '429-project-quota-zero',
};

const REFUSED_WHEN_IT_COSTS: Partial<Record<KeyHealth, string>> = {
  no_credits: '429-prepayment-depleted',
  spend_limited: '429-spend-rate',
  no_capacity: '429-bare',
};

const SPENT: Partial<Record<KeyHealth, SpentQuota>> = {
  rpm_limited: { window: 'requests_per_minute', limit: 10, retryInMs: 34_074 },
  tokens_limited: { window: 'input_tokens_per_minute', limit: 250_000, retryInMs: 17_210 },
  exhausted_daily: { window: 'requests_per_day', limit: 20, retryInMs: 41_065 },
  not_entitled: { window: 'requests_per_day', limit: 0, retryInMs: 44_500 },
};

/** What the key's health answers on every route; undefined where it lets the call pass. */
export function refusedByHealth(key: SimulatedKey): ApiReply | undefined {
  return refusal(REFUSED_EVERYWHERE[key.health], key);
}

/** What the key's health answers to a call that generates or embeds; undefined where it lets the call pass. */
export function refusedByBalance(key: SimulatedKey, model: string): ApiReply | undefined {
  const spent = SPENT[key.health];
  return spent ? quotaRefusal(model, key.tier, [spent]) : refusal(REFUSED_WHEN_IT_COSTS[key.health], key);
}

/** The body for a key that nobody knows. */
export function unknownKey(): ApiReply {
  return fixtureReply(errorFixture('400-api-key-invalid'));
}

const FIXTURE_KEY = 'AIzaSyD-this-is-a-made-up-key-00000000000';
const FIXTURE_PROJECT = '123456789012';

// As upstream does, some bodies name the project and even the key that was refused.
function refusal(name: string | undefined, key: SimulatedKey): ApiReply | undefined {
  if (!name) return undefined;
  const reply = fixtureReply(errorFixture(name));
  const text = reply.body
    .toString()
    .replaceAll(FIXTURE_KEY, key.key)
    .replaceAll(FIXTURE_PROJECT, key.project);
  return { ...reply, body: Buffer.from(text) };
}
