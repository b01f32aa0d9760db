import type { ModelCapacityDto, ModelCapacityListDto, QuotaLeftDto } from '@gemini-balance/shared';
import { screen, within } from '@testing-library/react';
import { FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

const HOUR_MS = 3_600_000;

/** Twelve of 150 projects were told that they have twenty calls a day. */
const QUOTA: QuotaLeftDto = {
  perProject: 20,
  learntAtMs: Date.now() - 3 * HOUR_MS,
  used: 1_240,
  total: 3_000,
  left: 1_760,
  known: 12,
  estimated: 138,
};

function aCapacity(given: Partial<ModelCapacityDto> = {}): ModelCapacityDto {
  return { kind: 'gemini', model: 'gemini-flash', ready: 50, resting: 0, usedToday: 1_240, ...given };
}

/** Shows the panel with these models. */
async function show(...items: ModelCapacityDto[]): Promise<HTMLElement> {
  const gateway = FakeGateway.install();
  const none = { total: 0, success: 0, failure: 0 };
  const body: ModelCapacityListDto = { items, dayEndsAtMs: Date.now() + 9 * HOUR_MS };
  gateway.routes.set('GET /keys/capacity', () => ({ status: 200, body }));
  gateway.routes.set('GET /overview', () => ({
    status: 200,
    body: {
      keys: { ready: 50, resting: 0, invalid: 0, disabled: 0, total: 50 },
      calls: { minute: none, hour: none, day: none, month: none },
      gateway: {
        version: '1',
        uptimeMs: 1,
        inFlight: 0,
        database: 'sqlite',
        waitingLogRows: 0,
        droppedLogRows: 0,
      },
    },
  }));
  renderDashboard('/');
  const panel = await screen.findByRole('region', { name: 'Capacity' });
  await within(panel).findByRole('row', { name: /gemini-flash/ });
  return panel;
}

it('tells about what is left today, and what that rests on', async () => {
  const panel = await show(aCapacity({ left: { requests: QUOTA } }));
  expect(panel).toHaveTextContent('About 1,760 of 3,000 calls left today');
  expect(panel).toHaveTextContent(
    '1,240 calls made · 20 a day per project, learnt from Google’s answers 3h ago',
  );
  expect(panel).toHaveTextContent('known for 12 projects, assumed for 138');
  expect(panel).toHaveTextContent('Daily quotas begin anew in 9h, at midnight in California.');
  expect(panel).not.toHaveTextContent('Google tells a daily quota only');
});

it('claims no guess where every quota is known', async () => {
  const panel = await show(aCapacity({ left: { requests: { ...QUOTA, estimated: 0 } } }));
  expect(panel).not.toHaveTextContent('assumed');
});

it('counts input tokens beside the calls', async () => {
  const tokens = { ...QUOTA, perProject: 1_000_000, used: 250_000, total: 3_000_000, left: 2_750_000 };
  const panel = await show(aCapacity({ left: { requests: QUOTA, inputTokens: tokens } }));
  expect(panel).toHaveTextContent('About 2.8M of 3M input tokens left today');
});

it('says so where nothing is left', async () => {
  const panel = await show(aCapacity({ left: { requests: { ...QUOTA, left: 0 } } }));
  expect(panel).toHaveTextContent('No calls left today');
});

it.each([
  [1_240, '1,240 calls made today; what is left is not known yet'],
  [1, '1 call made today; what is left is not known yet'],
])(
  'does not guess before a quota is told, and says how it becomes known: after %d',
  async (usedToday, text) => {
    const panel = await show(aCapacity({ usedToday }), aCapacity({ model: '*', usedToday: undefined }));
    expect(panel).toHaveTextContent(text);
    expect(panel).toHaveTextContent('Google tells a daily quota only when a key has used it up.');
    expect(within(panel).getAllByText(/not known yet/)).toHaveLength(1);
  },
);
