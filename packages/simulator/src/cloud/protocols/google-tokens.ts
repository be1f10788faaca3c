import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type CloudReply, type CloudRequest, reply } from '../protocol.ts';

const lifeSeconds = 3600;

/**
 * Google's side of workload identity federation (RFC 8693). A credentials file of type external_account makes any Google
 * client fetch a subject token here and exchange it here for the access token that predictions need.
 */
export interface GoogleTokens {
  /** Returns null for a path that is not a token endpoint. */
  answer(request: CloudRequest, origin: string): CloudReply | null;
  isValid(authorization: string | undefined): boolean;
}

export function createGoogleTokens(nowMs: () => number): GoogleTokens {
  const secret = randomBytes(32);
  const sign = (text: string): string => {
    const signature = createHmac('sha256', secret).update(text).digest('base64url');
    return `${text}.${signature}`;
  };
  const subjectToken = sign('subject');
  const isSigned = (token: string): boolean => {
    const expected = Buffer.from(sign(token.slice(0, token.lastIndexOf('.'))));
    const given = Buffer.from(token);
    return given.length === expected.length && timingSafeEqual(given, expected);
  };

  function exchange({ body }: CloudRequest): CloudReply {
    const form = new URLSearchParams(body.toString('utf8'));
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:token-exchange')
      return reply(400, { error: 'unsupported_grant_type', error_description: 'token exchange is expected' });
    if (form.get('subject_token') !== subjectToken)
      return reply(400, {
        error: 'invalid_grant',
        error_description: 'the subject token is not of this sandbox',
      });
    const expiresAt = Math.floor(nowMs() / 1000) + lifeSeconds;
    return reply(200, {
      access_token: sign(`ya29.sandbox.${expiresAt}`),
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: lifeSeconds,
    });
  }

  return {
    answer(request, origin) {
      switch (`${request.method} ${request.path}`) {
        case 'GET /google/credentials':
          return reply(200, credentialsFile(origin));
        case 'GET /google/subject-token':
          return { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from(subjectToken) };
        case 'POST /google/token':
          return exchange(request);
        default:
          return null;
      }
    },
    isValid(authorization) {
      const token = /^Bearer (ya29\.sandbox\.\d+\.\S+)$/.exec(authorization ?? '')?.[1];
      if (token === undefined || !isSigned(token)) return false;
      return Number(token.split('.')[2]) * 1000 > nowMs();
    },
  };
}

const credentialsFile = (origin: string) => ({
  type: 'external_account',
  audience:
    '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/sandbox/providers/sandbox',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  token_url: `${origin}/google/token`,
  credential_source: { url: `${origin}/google/subject-token`, format: { type: 'text' } },
});
