import { type ApiClient, createApiClient } from './api-client.ts';
import type { RetryPolicy } from './retry.ts';

export interface Person {
  email: string;
  password: string;
  /** Address of the web app, as a browser says it; the API takes that one only. Programs that are no browser say none. */
  origin?: string;
}

/** Returns a client with the session of a person. Throws ApiRefusal when the password is wrong. */
export async function signIn(
  apiUrl: string,
  person: Person,
  signal: AbortSignal,
  retryPolicy?: RetryPolicy,
): Promise<ApiClient> {
  const retries = retryPolicy && { retryPolicy };
  const { email, password } = person;
  const origin = person.origin === undefined ? {} : { origin: person.origin };
  const anonymous = createApiClient({ apiUrl, headers: origin, signal, ...retries });
  const response = await anonymous.post('/auth/sign-in/email', { email, password });
  await response.arrayBuffer();
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return createApiClient({ apiUrl, headers: { ...origin, cookie }, signal, ...retries });
}
