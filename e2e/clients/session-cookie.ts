import { instance } from '../instance.ts';
import type { Person } from '../sign-in.ts';

/** Signs in as a program does and returns the headers of the session. */
export async function sessionOf(person: Person, url: string): Promise<{ cookie: string; origin: string }> {
  const origin = instance.webUrl;
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: `${person}@demo.gondola.local`, password: instance.password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return { cookie, origin };
}
