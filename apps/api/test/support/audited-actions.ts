import type { AuditLogDto } from '@gemini-balance/shared';
import type { GatewayRig } from './rigs/gateway-rig';

/** What the audit log holds of an action, newest first. */
export async function auditedActions(rig: GatewayRig, action: string): Promise<AuditLogDto['items']> {
  return (await rig.admin<AuditLogDto>('GET', `/api/audit?action=${action}`)).items;
}
