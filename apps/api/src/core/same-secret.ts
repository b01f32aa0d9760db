import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from './secret';

/** Whether a text is the secret. The time it takes tells neither where they differ nor how long the secret is. */
export function isSameSecret(presented: string, secret: Secret): boolean {
  return timingSafeEqual(digest(presented), digest(secret.reveal()));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
