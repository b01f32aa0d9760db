import { InvalidRequestError } from '../gateway-error';
import { parseModelName } from '../gemini/models/model-name';
import { isJsonObject } from '../json-object';

/** The model that the first message of a session asks for, by its bare name; empty for a service that takes none. @throws InvalidRequestError */
export function modelOfSetup(message: string): string {
  const setup = parsed(message);
  const { model } = isJsonObject(setup) ? setup : {};
  if (model === undefined) return '';
  // `publishers/google/models/x` on Vertex.
  const bare =
    typeof model === 'string' ? parseModelName(model.slice(model.lastIndexOf('/') + 1)) : undefined;
  if (bare === undefined)
    throw new InvalidRequestError('setup.model has to name a model.', { field: 'setup.model' });
  return bare;
}

function parsed(message: string): unknown {
  try {
    const value = JSON.parse(message) as unknown;
    if (isJsonObject(value) && isJsonObject(value.setup)) return value.setup;
  } catch {
    // Told below.
  }
  throw new InvalidRequestError('The first message has to be {"setup": {"model": …}}.', { field: 'setup' });
}
