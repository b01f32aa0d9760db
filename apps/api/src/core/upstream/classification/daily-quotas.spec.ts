import { loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import fc from 'fast-check';
import { parseUpstreamError } from '../errors/upstream-error';
import { dailyQuotasOf } from './daily-quotas';

const violated = (...violations: object[]) => ({
  details: [{ '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations }],
});
const PER_DAY = {
  quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
  quotaDimensions: { location: 'global', model: 'gemini-2.5-flash' },
  quotaValue: '20',
};
const QUOTA = { unit: 'requests', perDay: 20, model: 'gemini-2.5-flash' };

it.each<[string, object, object[]]>([
  ['a daily quota of requests', PER_DAY, [QUOTA]],
  ['a value as a number', { ...PER_DAY, quotaValue: 1500 }, [{ ...QUOTA, perDay: 1500 }]],
  [
    'one of input tokens',
    { ...PER_DAY, quotaId: 'GenerateContentInputTokensPerModelPerDay-FreeTier', quotaValue: '3000000' },
    [{ ...QUOTA, unit: 'inputTokens', perDay: 3_000_000 }],
  ],
  [
    'one whose metric alone says what it counts',
    {
      ...PER_DAY,
      quotaId: 'PerDay',
      quotaMetric: 'generativelanguage.googleapis.com/generate_requests_per_model',
    },
    [QUOTA],
  ],
  ['one that names no model', { ...PER_DAY, quotaDimensions: undefined }, [{ ...QUOTA, model: undefined }]],
  [
    'a model by its full name',
    { ...PER_DAY, quotaDimensions: { model: 'models/gemini-2.5-flash' } },
    [QUOTA],
  ],
  ['a limit of minutes', { ...PER_DAY, quotaId: 'GenerateRequestsPerMinutePerProjectPerModel' }, []],
  ['no value: there is no quota at all', { ...PER_DAY, quotaValue: undefined }, []],
  ['a value of 0', { ...PER_DAY, quotaValue: '0' }, []],
  ['a value that is no number', { ...PER_DAY, quotaValue: 'many' }, []],
  ['a quota of a tool', { ...PER_DAY, quotaId: 'GoogleSearchGroundingRequestsPerDayPerProject' }, []],
  [
    'a quota of the whole project',
    { quotaId: 'GenerateRequestsPerDayPerProject', quotaValue: '9', quotaDimensions: {} },
    [],
  ],
])('reads %s', (_, violation, quotas) => {
  expect(dailyQuotasOf(violated(violation))).toEqual(quotas);
});

it('reads every daily quota of a body, and no other limit', () => {
  const tokens = { ...PER_DAY, quotaId: 'GenerateContentInputTokensPerModelPerDay', quotaValue: '7' };
  const minute = { ...PER_DAY, quotaId: 'GenerateRequestsPerMinutePerProjectPerModel', quotaValue: '5' };
  expect(dailyQuotasOf(violated(minute, tokens, PER_DAY)).map(({ perDay }) => perDay)).toEqual([7, 20]);
});

it('finds them in the bodies of upstream that have some', () => {
  const found = loadErrorFixtures().flatMap(({ name, status, body }) => {
    const quotas = dailyQuotasOf(parseUpstreamError(status, Buffer.from(JSON.stringify(body))));
    return quotas.map(({ unit, perDay }) => `${name}: ${perDay} ${unit}`);
  });
  expect(found.sort()).toEqual([
    '429-input-tokens-per-day: 1000000 inputTokens',
    '429-per-day-paid: 1500 requests',
    '429-per-day: 20 requests',
    '429-per-minute-day-and-tokens: 20 requests',
  ]);
});

it('throws for no body', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => void dailyQuotasOf(violated(json as object))));
});
