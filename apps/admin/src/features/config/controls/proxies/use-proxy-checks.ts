import type { ProxyCheckDto } from '@gemini-balance/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../lib/api-client';

const LONG_MS = 300_000;

/** Checks egress proxies by their URLs, saved or not, and keeps what was found while the page is open. */
export function useProxyChecks() {
  const [found, setFound] = useState<Readonly<Record<string, ProxyCheckDto>>>({});
  const check = useMutation({
    mutationFn: async (proxies: readonly string[]) =>
      (
        await api.post<{ items: ProxyCheckDto[] }>(
          '/proxies/check-all',
          { proxies, useCache: false },
          { timeout: LONG_MS },
        )
      ).data.items,
    onSuccess: (items, proxies) =>
      setFound((before) => ({
        ...before,
        ...Object.fromEntries(proxies.map((proxy, index) => [proxy, items[index]!])),
      })),
  });
  const checking = check.isPending ? check.variables : [];
  return { found, check: check.mutate, isChecking: (proxy: string) => checking.includes(proxy) };
}
