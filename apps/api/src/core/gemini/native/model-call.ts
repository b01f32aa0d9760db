import { ModelNotFoundError, NotFoundError } from '../../gateway-error';
import { parseModelName } from '../models/model-name';
import { NATIVE_VERBS, type NativeVerb } from './native-verbs';

/** What a model is asked: the `gemini-x:generateContent` of a path. */
export interface ModelCall {
  /** The bare name of the model. */
  readonly name: string;
  readonly verbName: string;
  readonly verb: NativeVerb;
}

/**
 * Reads `gemini-x:generateContent`, where the model may carry prefixes.
 * @param verbs those that are offered here
 */
export function parseModelCall(tail: string, verbs: readonly string[]): ModelCall {
  const colonAt = tail.lastIndexOf(':');
  const verbName = tail.slice(colonAt + 1);
  const verb = verbs.includes(verbName) ? NATIVE_VERBS[verbName] : undefined;
  if (colonAt < 0 || verb === undefined) {
    throw new NotFoundError(
      `A model takes ${verbs.join(', ')} here; "${verbName.slice(0, 60)}" is none of them.`,
    );
  }
  const written = tail.slice(0, colonAt);
  const name = parseModelName(written);
  if (name === undefined)
    throw new ModelNotFoundError(`"${written.slice(0, 60)}" is not the name of a model.`, { field: 'model' });
  return { name, verbName, verb };
}
