import { anAttempt, aRequest } from './testing/gateway-events';
import { GatewayTelemetry, type TelemetrySink } from './gateway-telemetry';

const broken: TelemetrySink = {
  attemptSettled: () => {
    throw new Error('attempt');
  },
  requestFinished: () => {
    throw new Error('request');
  },
};

function aTelemetry(...sinks: TelemetrySink[]) {
  const faults: unknown[] = [];
  return { telemetry: new GatewayTelemetry(sinks, (fault) => faults.push(fault)), faults };
}

it('hands each event to every sink', () => {
  const seen: unknown[] = [];
  const sink: TelemetrySink = { attemptSettled: (e) => seen.push(e), requestFinished: (e) => seen.push(e) };
  const { telemetry } = aTelemetry(sink, {}, sink);
  const attempt = anAttempt();
  const request = aRequest();
  telemetry.attemptSettled(attempt);
  telemetry.requestFinished(request);
  expect(seen).toEqual([attempt, attempt, request, request]);
});

it('never throws, and a broken sink does not cost the others their event', () => {
  const seen: unknown[] = [];
  const { telemetry, faults } = aTelemetry(broken, { requestFinished: (e) => seen.push(e) });
  telemetry.attemptSettled(anAttempt());
  telemetry.requestFinished(aRequest());
  expect(seen).toHaveLength(1);
  expect(faults).toEqual([new Error('attempt'), new Error('request')]);
});

it('survives a report that fails itself', () => {
  const telemetry = new GatewayTelemetry([broken], () => {
    throw new Error('no log');
  });
  expect(() => telemetry.requestFinished(aRequest())).not.toThrow();
});
