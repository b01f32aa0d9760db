import { Body, Get, HttpCode, Post } from '@nestjs/common';
import {
  CheckProxiesDto,
  CheckProxyDto,
  type ProxyCheckDto,
  type ProxyListDto,
} from '@gemini-balance/shared';
import { InvalidRequestError } from '../../core/gateway-error';
import { inParallel } from '../../core/in-parallel';
import { SettingsStore } from '../../core/settings/settings-store';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import {
  type EgressProxy,
  InvalidEgressProxyError,
  parseEgressProxy,
} from '../../core/upstream/egress/egress-proxy';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { KeyRoster } from '../keys/key-roster';
import { ProxyChecks } from './proxy-checks';

const AT_ONCE = 5;

/** The egress proxies: who uses them, and whether they lead anywhere. */
@AdminRest('proxies')
export class ProxiesController {
  constructor(
    private readonly checks: ProxyChecks,
    private readonly egress: EgressDispatchers,
    private readonly roster: KeyRoster,
    private readonly store: SettingsStore,
  ) {}

  @Get()
  @Summary('The configured egress proxies, without credentials, with their keys and health')
  list(): ProxyListDto {
    const isFixedPerKey = this.store.current.PROXIES_USE_CONSISTENCY_HASH_BY_API_KEY;
    const keys = new Map<string, number>();
    for (const { key } of this.roster.all()) {
      const home = this.egress.homeOf(key.fingerprint);
      if (home !== undefined) keys.set(home, (keys.get(home) ?? 0) + 1);
    }
    const proxies = this.checks.proxies();
    const items = proxies.map(({ egressId: id, scheme, host, port, username, password }) => {
      const restsUntilMs = this.egress.restsUntilMs(id);
      const lastCheck = this.checks.last(id);
      return {
        id,
        scheme,
        host,
        port,
        hasCredentials: username !== undefined || password !== undefined,
        ...((isFixedPerKey || proxies.length === 1) && { keys: keys.get(id) ?? 0 }),
        ...(restsUntilMs !== undefined && { restsUntilMs }),
        ...(lastCheck && { lastCheck }),
      };
    });
    return { items, isFixedPerKey };
  }

  @Post('check')
  @Summary('Whether upstream can be reached through a proxy: a configured one by its id, or any by its URL')
  @HttpCode(200)
  check(@Body() { proxy, useCache = true }: CheckProxyDto): Promise<ProxyCheckDto> {
    return this.checks.run(this.find(proxy), useCache);
  }

  @Post('check-all')
  @Summary('The same for several proxies, or for all that are configured')
  @HttpCode(200)
  async checkAll(
    @Body() { proxies, useCache = true, maxConcurrent = AT_ONCE }: CheckProxiesDto,
  ): Promise<{ items: ProxyCheckDto[] }> {
    const asked = proxies?.map((proxy) => this.find(proxy)) ?? this.checks.proxies();
    const items = new Map<EgressProxy, ProxyCheckDto>();
    await inParallel(maxConcurrent, asked, new AbortController().signal, async (proxy) => {
      items.set(proxy, await this.checks.run(proxy, useCache));
    });
    return { items: asked.map((proxy) => items.get(proxy)!) };
  }

  private find(text: string): EgressProxy {
    const configured = this.checks.proxies().find(({ egressId }) => egressId === text);
    if (configured) return configured;
    try {
      return parseEgressProxy(text);
    } catch (error) {
      if (!(error instanceof InvalidEgressProxyError)) throw error;
      throw new InvalidRequestError(error.message, { field: 'proxy' });
    }
  }
}
