import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Upload } from './upload-rows.ts';

/** What a token is bound to: another upload, store, length, hash or time of expiry needs another token. */
export type TokenFacts = Pick<
  Upload,
  'id' | 'storeId' | 'expectedByteLength' | 'expectedSha256' | 'expiresAt'
>;

export interface UploadTokens {
  /** Lets its holder send, ask after and give up this one upload, and nothing else. Good as long as the upload. */
  tokenOf(facts: TokenFacts): string;
  /** Compares in constant time. Whether the upload has expired is the database's to say. */
  isTokenOf(token: string, facts: TokenFacts): boolean;
  /** The upload that a token claims to be for; null when it is no token. Proves nothing. */
  uploadIdIn(token: string): string | null;
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.\d{1,12}\.[A-Za-z0-9_-]{43}$/;

/** Tokens `<upload id>.<expiry in epoch seconds>.<HMAC-SHA256>`, under a key of their own derived from the secret. */
export function openUploadTokens(secret: string): UploadTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'gondola upload token 1', 32));
  const tokenOf: UploadTokens['tokenOf'] = (facts) => {
    const expires = Math.floor(facts.expiresAt.getTime() / 1000);
    // A JSON array, so that no two lists of facts read the same.
    const signed = JSON.stringify([
      facts.id,
      facts.storeId,
      facts.expectedByteLength,
      facts.expectedSha256,
      expires,
    ]);
    return `${facts.id}.${expires}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
  return {
    tokenOf,
    isTokenOf(token, facts) {
      const expected = Buffer.from(tokenOf(facts));
      const given = Buffer.from(token);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    uploadIdIn: (token) => shape.exec(token)?.[1] ?? null,
  };
}
