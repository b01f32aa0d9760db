import type { JobDto } from '@gemini-balance/shared';
import { ADMIN_TOKEN } from './processes/gateway-process';
import type { GatewayRig } from './rigs/gateway-rig';

/** Follows a job by its server-sent events, and resolves with every state that was told. */
export async function jobEvents(rig: GatewayRig, id: string): Promise<JobDto[]> {
  const response = await fetch(`${rig.gateway.url}/api/jobs/${id}/events`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((event) => event.startsWith('event: job\ndata: '))
    .map((event) => JSON.parse(event.slice('event: job\ndata: '.length)) as JobDto);
}

/** The job once it is over. */
export async function jobOver(rig: GatewayRig, id: string): Promise<JobDto> {
  return (await jobEvents(rig, id)).at(-1)!;
}

/** How many things of a job ended how. */
export function countsOf({ counts }: JobDto): Record<string, number> {
  return Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));
}
