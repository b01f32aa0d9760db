import { hash } from 'node:crypto';

/** SHA-256 of a text, in hex: what stands for a secret where the secret itself must not. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
