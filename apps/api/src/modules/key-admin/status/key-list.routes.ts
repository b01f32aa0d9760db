import { Injectable } from '@nestjs/common';
import { GatewayError } from '../../../core/gateway-error';
import { SettingsStore } from '../../../core/settings/settings-store';
import type { ClientExchange } from '../../../http/exchange/client-exchange';
import { TrustedProxies } from '../../../http/origin/trusted-proxies';
import type { ClientRoute, ClientRouteSource } from '../../../http/routing/client-route';
import { ClientRoutes } from '../../../http/routing/client-routes.decorator';
import { AuditTrail } from '../../audit/audit-trail';
import { KeyStatusService } from './key-status.service';

/** The token is good, but not the admin token. */
class AdminTokenNeededError extends GatewayError {
  override readonly name = 'AdminTokenNeededError';
  readonly code = 'forbidden';
  readonly status = 403;
}

/** The list of keys below the address that clients call; for the admin token alone. */
@ClientRoutes()
@Injectable()
export class KeyListRoutes implements ClientRouteSource {
  readonly #proxies: TrustedProxies;

  constructor(
    private readonly statuses: KeyStatusService,
    private readonly audit: AuditTrail,
    store: SettingsStore,
  ) {
    this.#proxies = new TrustedProxies(() => store.current.TRUSTED_PROXIES);
  }

  routes(): ClientRoute[] {
    return [
      {
        method: 'GET',
        path: '/v1/keys/list',
        protocol: 'openai-chat',
        auth: 'client',
        summary: 'The keys and their failures, for the admin token; `?reveal=true` shows them whole',
        handle: (exchange) => this.list(exchange),
      },
    ];
  }

  private async list(exchange: ClientExchange): Promise<void> {
    if (!exchange.identity?.isAdmin)
      throw new AdminTokenNeededError('Only the admin token (AUTH_TOKEN) may list keys.');
    const isRevealed = exchange.query?.get('reveal') === 'true';
    const keys = await this.statuses.byStatus(isRevealed);
    const address = this.#proxies.clientAddress(exchange.request);
    if (isRevealed)
      this.audit.record(
        { action: 'keys.reveal', subject: keys.total, details: { route: '/v1/keys/list' } },
        { kind: 'token', ...(address !== undefined && { address }) },
      );
    exchange.sendJson(keys, 200, { 'cache-control': 'no-store' });
  }
}
