import { expect, type Page } from '@playwright/test';
import { instance } from './instance.ts';

export type Person = 'analyst' | 'manager' | 'operator' | 'admin';

const emailOf = (person: Person): string => `${person}@demo.gondola.local`;

/** Signs in through the form, and waits until the app has loaded. */
export async function signInByForm(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(emailOf(person));
  await page.getByLabel('Password', { exact: true }).fill(instance.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0];
const sessions = new Map<string, Promise<Cookies>>();

/**
 * Gives the browser a person's session without the form, which costs a page and a password hash each time. The tests of one
 * process share a session a person. The page itself stays as it is.
 *
 * @param webUrl address of the instance, by default the one that the specs share
 */
export async function signInAs(page: Page, person: Person, webUrl = instance.webUrl): Promise<void> {
  const key = `${person} ${webUrl}`;
  const session = sessions.get(key) ?? startSession(page, person, webUrl);
  sessions.set(key, session);
  await page.context().addCookies(await session);
}

async function startSession(page: Page, person: Person, webUrl: string): Promise<Cookies> {
  const answer = await page.request.post(`${webUrl}/auth/sign-in/email`, {
    headers: { origin: webUrl },
    data: { email: emailOf(person), password: instance.password },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return page.context().cookies(webUrl);
}
