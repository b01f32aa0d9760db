import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const FORM = 'v1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what is stored of secrets: AES-256-GCM with a fresh nonce each, as `v1:` and base64 of nonce, tag, ciphertext. */
export class SecretBox {
  /** @param key 32 bytes. */
  constructor(private readonly key: Buffer) {}

  encrypt(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return FORM + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws Error when the text was sealed with another key, or was changed. */
  decrypt(sealed: string): string {
    const bytes = Buffer.from(sealed.slice(FORM.length), 'base64');
    if (!sealed.startsWith(FORM) || bytes.length < NONCE_BYTES + TAG_BYTES)
      throw new Error('This is no sealed secret.');
    const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8');
  }
}
