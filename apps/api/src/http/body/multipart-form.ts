import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { InvalidRequestError } from '../../core/gateway-error';

/** A file of a form. */
export interface FormFile {
  readonly filename: string;
  /** As the client declared it; empty where it did not. */
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** A form as browsers and SDKs send it. A field's name may end in `[]`, which says nothing. */
export interface MultipartForm {
  /** The values of each field, in order. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The files of each field, in order. */
  readonly files: ReadonlyMap<string, readonly FormFile[]>;
}

/** Far more than any form of these APIs has; the size of all together is bounded by the body's. */
const LIMITS = { parts: 200, fieldNameSize: 200, fieldSize: 10 * 1024 * 1024, headerPairs: 20 };

/** @throws InvalidRequestError for what is no form */
export function parseMultipartForm(contentType: string, body: Buffer): Promise<MultipartForm> {
  const fields = new Map<string, string[]>();
  const files = new Map<string, FormFile[]>();
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void =>
      reject(new InvalidRequestError(`The request body is not a form that can be read: ${why}.`));
    let form: BusboyInstance;
    try {
      form = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
    } catch (error) {
      return refuse((error as Error).message);
    }
    form.on('field', (name, value) => put(fields, name, value));
    form.on('file', (name, stream, filename = '', _encoding, mimeType = '') => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (error: Error) => refuse(error.message));
      stream.on('end', () => put(files, name, { filename, mimeType, bytes: whole(chunks) }));
    });
    form.on('partsLimit', () => refuse('it has too many parts'));
    form.on('error', (error) => refuse(error instanceof Error ? error.message : String(error)));
    form.on('finish', () => resolve({ fields, files }));
    form.end(body);
  });
}

function put<Value>(map: Map<string, Value[]>, name: string, value: Value): void {
  const bare = name.replace(/\[\d*\]$/, '');
  const values = map.get(bare);
  if (values === undefined) map.set(bare, [value]);
  else values.push(value);
}

/** A file that came in one piece is not copied. */
function whole(chunks: readonly Buffer[]): Buffer {
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
