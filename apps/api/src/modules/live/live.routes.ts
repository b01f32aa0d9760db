import { Inject, Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import type { Clock } from '../../core/clock';
import { GatewayError, InternalError, NotFoundError } from '../../core/gateway-error';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import { type LiveEnd, type LivePorts, LiveSession } from '../../core/live/live-session';
import { modelOfSetup } from '../../core/live/live-setup';
import { SettingsStore } from '../../core/settings/settings-store';
import { requireModel } from '../../http/identity/require-model';
import {
  type Upgrade,
  type UpgradeRoute,
  UpgradeRoutes,
  type UpgradeRouteSource,
} from '../../http/upgrade/upgrade-route';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { CLOCK } from '../runtime/runtime-tokens';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { type LiveAdmission, LiveAdmissions } from './live-admission';
import { closeWith, type FirstMessage, LiveDoor } from './live-door';
import { LIVE_PORTS } from './live-ports';
import { type LiveService, liveServiceOf } from './live-service';

/** One session, from the request on. */
interface LiveRequest extends LiveAdmission {
  readonly requestId: string;
  readonly startedAtMs: number;
  readonly routePath: string;
  readonly service: LiveService;
}

/** What is reported of a session that never reached upstream. */
const NOTHING: LiveEnd = {
  attempts: 0,
  keyId: undefined,
  usage: undefined,
  firstMessageAtMs: undefined,
  fault: undefined,
};

/** The Live API: sessions of sound, pictures and text over WebSockets, with keys of the pool. */
@UpgradeRoutes()
@Injectable()
export class LiveRoutes implements UpgradeRouteSource {
  constructor(
    private readonly admissions: LiveAdmissions,
    private readonly door: LiveDoor,
    private readonly pools: KeyPools,
    private readonly models: ModelCatalog,
    private readonly store: SettingsStore,
    @Inject(LIVE_PORTS) private readonly ports: LivePorts,
    @Inject(GATEWAY_OBSERVER) private readonly observer: GatewayObserver,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  upgradeRoutes(): UpgradeRoute[] {
    return ['', '/gemini', '/vertex-express'].map((prefix) => ({
      path: `${prefix}/ws/*`,
      auth: 'access-token',
      protocol: 'gemini',
      summary: 'The Live API: sessions of sound, pictures and text',
      open: (upgrade) => this.#open(upgrade, `${prefix}/ws/*`),
    }));
  }

  async #open(upgrade: Upgrade, routePath: string): Promise<void> {
    const startedAtMs = this.clock.nowMs();
    const admission = await this.admissions.admit(upgrade, startedAtMs);
    const service = liveServiceOf(upgrade.tail, this.store.current);
    if (service === undefined) throw new NotFoundError('The Live API has no such service.');
    const request = { ...admission, requestId: upgrade.requestId, startedAtMs, routePath, service };
    this.door.open(upgrade, (client, first) => {
      void this.#serve(client, request, first);
    });
  }

  async #serve(client: WebSocket, request: LiveRequest, first: FirstMessage): Promise<void> {
    let model: string | undefined;
    let end = NOTHING;
    try {
      if (first !== undefined) {
        model = modelOfSetup(String(first.message));
        end = await this.#session(client, request, model, first).run();
      }
    } catch (error) {
      end = { ...NOTHING, fault: asFault(error) };
    }
    if (end.fault !== undefined) closeWith(client, end.fault);
    this.#report(request, model, end);
  }

  #session(
    client: WebSocket,
    { requestId, startedAtMs, routePath, service, identity, accessToken, pinnedTo }: LiveRequest,
    model: string,
    setup: NonNullable<FirstMessage>,
  ): LiveSession {
    requireModel(identity, model);
    if (model !== '') this.models.refuseFiltered(model);
    const order = {
      requestId,
      startedAtMs,
      origin: { routePath, identity },
      call: { origin: service.origin, path: service.path, accessToken },
      pool: this.pools.of(service.keyKind),
      model,
      isModelListed: this.models.offers(model, 'bidiGenerateContent'),
      pinnedTo,
      setup,
    };
    return new LiveSession(client, order, this.ports);
  }

  #report(
    { requestId, startedAtMs, routePath, identity }: LiveRequest,
    model: string | undefined,
    end: LiveEnd,
  ): void {
    this.observer.requestFinished({
      requestId,
      startedAtMs,
      tokenId: identity?.id,
      protocol: 'gemini',
      route: routePath,
      method: 'GET',
      model,
      status: end.fault?.status ?? 101,
      errorCode: end.fault?.code,
      isStream: true,
      attempts: end.attempts,
      keyId: end.keyId,
      latencyMs: this.clock.nowMs() - startedAtMs,
      ttftMs: end.firstMessageAtMs && end.firstMessageAtMs - startedAtMs,
      usage: end.usage,
    });
  }
}

function asFault(error: unknown): GatewayError {
  return error instanceof GatewayError
    ? error
    : new InternalError('The gateway made a mistake.', { cause: error });
}
