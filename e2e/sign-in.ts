import { expect, type Page } from '@playwright/test';
import { instance } from './instance.ts';

export type Person = 'analyst' | 'manager' | 'operator' | 'admin';

/** Signs in through the form, and waits until the app has loaded. */
export async function signInAs(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(`${person}@demo.gondola.local`);
  await page.getByLabel('Password', { exact: true }).fill(instance.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}
