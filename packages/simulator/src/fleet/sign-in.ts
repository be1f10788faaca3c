import { type ApiClient, createApiClient } from './api-client.ts';

export interface Person {
  email: string;
  password: string;
  /** Where the web app is served: sign-in accepts requests of that origin only. */
  origin: string;
}

/** A client that speaks for a signed-in person. Throws ApiRefusal when the password is wrong. */
export async function signIn(apiUrl: string, person: Person, signal: AbortSignal): Promise<ApiClient> {
  const { email, password, origin } = person;
  const nobody = createApiClient({ apiUrl, headers: { origin }, signal });
  const response = await nobody.post('/auth/sign-in/email', { email, password });
  await response.arrayBuffer();
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return createApiClient({ apiUrl, headers: { origin, cookie }, signal });
}
