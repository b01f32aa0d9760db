import type { KeyKind } from '@gemini-balance/shared';
import type { Settings } from '../../core/settings/registry';
import { toUpstreamOptions } from '../upstream/upstream-settings';

/** A service that holds sessions over WebSockets, and where upstream has it (docs/protocol-notes.md, "Live"). */
export interface LiveService {
  readonly keyKind: KeyKind;
  readonly origin: string;
  readonly path: string;
}

const GEMINI = /^google\.ai\.generativelanguage\.v1\w*\.GenerativeService\.Bidi\w+$/;
const VERTEX = /^google\.cloud\.aiplatform\.v1\w*\.LlmBidiService\/Bidi\w+$/;

/** The service by what follows `/ws/`; undefined for what is none. */
export function liveServiceOf(tail: string, settings: Settings): LiveService | undefined {
  const path = `/ws/${tail}`;
  if (GEMINI.test(tail)) return { keyKind: 'gemini', origin: toUpstreamOptions(settings).origin, path };
  if (VERTEX.test(tail))
    return { keyKind: 'vertex', origin: new URL(settings.VERTEX_EXPRESS_BASE_URL).origin, path };
  return undefined;
}
