import { createHmac } from 'node:crypto';
import type { Secret } from '../secret';
import { sha256 } from '../sha256';

/** What signs for a bucket. */
export interface OssCredential {
  readonly id: Secret;
  readonly secret: Secret;
  /** `cn-shanghai` */
  readonly region: string;
}

const ALGORITHM = 'OSS4-HMAC-SHA256';
const REQUEST = 'aliyun_v4_request';

/**
 * The headers with the time and the signature of Aliyun OSS's version 4 added. Signed are the method, the resource, the
 * content type and what begins with `x-oss-`; the payload is not (docs/protocol-notes.md, "Upload hosts").
 * @param headers lower-case names; `x-oss-content-sha256` has to be among them
 */
export function ossAuthorization(
  method: string,
  resource: string,
  headers: Readonly<Record<string, string>>,
  { id, secret, region }: OssCredential,
  nowMs: number,
): Record<string, string> {
  const time = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const date = time.slice(0, 8);
  const signed: Record<string, string> = { ...headers, 'x-oss-date': time };
  const lines = Object.keys(signed)
    .filter((name) => name === 'content-type' || name === 'content-md5' || name.startsWith('x-oss-'))
    .sort()
    .map((name) => `${name}:${signed[name]!.trim()}\n`);
  const request = [method, resource, '', lines.join(''), '', headers['x-oss-content-sha256']].join('\n');
  const scope = [date, region, 'oss', REQUEST].join('/');
  const text = [ALGORITHM, time, scope, sha256(request)].join('\n');
  const key = [date, region, 'oss', REQUEST].reduce<string | Buffer>(hmac, `aliyun_v4${secret.reveal()}`);
  const signature = hmac(key, text).toString('hex');
  return {
    ...signed,
    authorization: `${ALGORITHM} Credential=${id.reveal()}/${scope},Signature=${signature}`,
  };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
