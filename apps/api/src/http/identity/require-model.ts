import { ModelNotAllowedError } from '../../core/gateway-error';
import type { ClientIdentity } from './client-identity';

/**
 * Refuses a model that the client's token may not use.
 * @param names of the model: as the client wrote it, and upstream's; one that is allowed will do
 * @throws ModelNotAllowedError
 */
export function requireModel(identity: ClientIdentity | undefined, ...names: readonly string[]): void {
  const mayUse = identity?.mayUse;
  // Calls about something that upstream keeps name no model.
  if (mayUse === undefined || names[0] === '' || names.some(mayUse)) return;
  throw new ModelNotAllowedError(
    `This token may not use ${names[0]?.slice(0, 100)}. The models it may use are in the model list.`,
    { field: 'model' },
  );
}
