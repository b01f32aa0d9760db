import { invalidArgument, type ApiReply } from '../../wire/api-reply';

interface VertexRequest {
  readonly serviceTier?: unknown;
  readonly contents?: readonly {
    readonly role?: string;
    readonly parts?: readonly Readonly<Record<string, { readonly id?: unknown } | undefined>>[];
  }[];
}

/** What Vertex AI in express mode refuses and the Gemini API takes; undefined where it takes the body too, or cannot read it. */
export function refusedByVertex(bytes: Buffer): ApiReply | undefined {
  const request = parsed(bytes);
  if (request?.serviceTier !== undefined) return unknownName('serviceTier', '');
  for (const [n, { role, parts }] of (request?.contents ?? []).entries()) {
    if (role !== 'user' && role !== 'model') return invalidArgument('Please use a valid role: user, model.');
    for (const [m, part] of (parts ?? []).entries()) {
      const at = `contents[${n}].parts[${m}]`;
      for (const field of ['functionCall', 'functionResponse'])
        if (part[field]?.id !== undefined) return unknownName('id', `${at}.${field}`);
      for (const field of ['toolCall', 'toolResponse'])
        if (part[field] !== undefined) return unknownName(field, at);
    }
  }
  return undefined;
}

function unknownName(name: string, at: string): ApiReply {
  return invalidArgument(
    `Invalid JSON payload received. Unknown name "${name}"${at === '' ? '' : ` at '${at}'`}: Cannot find field.`,
  );
}

function parsed(bytes: Buffer): VertexRequest | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as VertexRequest;
  } catch {
    return undefined;
  }
}
