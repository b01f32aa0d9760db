/** How many keys stand in each state, as the dashboard shows it. */
export interface KeyTotals {
  readonly ready: number;
  readonly resting: number;
  readonly invalid: number;
  readonly disabled: number;
}

/** Signs in as the administrator and reads the totals of the pool. */
export async function readKeyTotals(gatewayUrl: string, adminToken: string): Promise<KeyTotals> {
  const login = await fetch(`${gatewayUrl}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatewayUrl },
    body: JSON.stringify({ token: adminToken }),
  });
  if (!login.ok) throw new Error(`Signing in failed with status ${login.status}.`);
  const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]);
  const overview = await fetch(`${gatewayUrl}/api/overview`, { headers: { cookie: cookie.join('; ') } });
  if (!overview.ok) throw new Error(`The overview answered with status ${overview.status}.`);
  return ((await overview.json()) as { keys: KeyTotals }).keys;
}
