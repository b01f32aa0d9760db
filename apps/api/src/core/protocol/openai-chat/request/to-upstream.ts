import { InvalidRequestError } from '../../../gateway-error';
import type { Content } from '../../../gemini/content';
import type { GenerateContentRequest, GenerationConfig } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import { safetySettingsFor } from '../../../gemini/safety';
import {
  withOnlyPlaceholders,
  withoutSignatures,
  withPlaceholders,
} from '../../../gemini/signature-placeholders';
import { usableTools } from '../../../gemini/tool-rules';
import type { Resolved, Translation } from '../../protocol-adapter';
import { builtInTools } from './built-in-tools';
import type { ChatPolicy } from './chat-policy';
import type { ChatRequest } from './chat-request';
import { ClientTools } from './client-tools';
import { fannedOut } from './fan-out';
import { functionDeclarations } from './function-declarations';
import { samplingConfig } from './generation-config';
import { googleExtras } from './google-extras';
import { openingOf } from './opening';
import { responseFormat } from './response-format';
import { thinkingConfig } from './thinking-config';
import { functionChoice } from './tool-choice';

/** The requests that upstream gets for a chat request. @throws InvalidRequestError naming the field */
export function toUpstream(
  request: ChatRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: ChatPolicy,
): Translation {
  const { changes, body, contents } = translated(request, resolved, features, policy);
  const signed = features.checksSignatures ? withPlaceholders(contents) : contents;
  return { requests: fannedOut({ contents: signed, ...body }, request, features), changes };
}

/** The same after upstream refused a thought signature, without any real one; undefined where there is nothing to mend. */
export function repairedForUpstream(
  request: ChatRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: ChatPolicy,
): Translation | undefined {
  const { changes, body, contents } = translated(request, resolved, features, policy);
  const signed = withOnlyPlaceholders(contents);
  if (signed === undefined) return undefined;
  const mended = features.checksSignatures ? signed : withoutSignatures(contents);
  return { requests: fannedOut({ contents: mended, ...body }, request, features), changes };
}

interface Translated {
  readonly contents: readonly Content[];
  readonly body: Omit<GenerateContentRequest, 'contents'>;
  readonly changes: string[];
}

function translated(
  request: ChatRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: ChatPolicy,
): Translated {
  refuseAudio(request, features);
  const changes: string[] = [];
  const extras = googleExtras(request);
  const tools = new ClientTools(request);
  const { contents, systemInstruction } = openingOf(
    request.messages,
    { ...resolved, features, tools },
    changes,
  );
  const wanted = {
    functions: functionDeclarations(tools, features, changes),
    choice: functionChoice(request, tools),
    builtIns: builtInTools(request, changes),
    format: responseFormat(request, features, changes),
  };
  const { format, ...usable } = usableTools(wanted, features, changes);
  const thinking = thinkingConfig(request, extras, features, policy);
  const generationConfig: GenerationConfig = {
    ...samplingConfig(request, features, changes),
    ...format,
    ...(thinking && { thinkingConfig: thinking }),
  };
  const safetySettings = safetySettingsFor(policy.safetySettings, extras.safetySettings);
  const body = {
    ...(systemInstruction && { systemInstruction }),
    ...usable,
    ...(safetySettings.length > 0 && { safetySettings }),
    ...(Object.keys(generationConfig).length > 0 && { generationConfig }),
    ...(extras.cachedContent !== undefined && { cachedContent: extras.cachedContent }),
    ...serviceTier(request),
  };
  return { contents, body, changes: [...new Set(changes)] };
}

function refuseAudio({ modalities }: ChatRequest, features: ModelFeatures): void {
  if (!modalities?.includes('audio') || features.modalities.includes('AUDIO')) return;
  throw new InvalidRequestError(
    `The model ${features.model} does not speak: leave audio out of modalities.`,
    {
      field: 'modalities',
    },
  );
}

function serviceTier({ service_tier: tier }: ChatRequest): { serviceTier?: string } {
  return tier === 'flex' || tier === 'priority' ? { serviceTier: tier } : {};
}
