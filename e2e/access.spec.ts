import { expect, test } from '@playwright/test';
import { instance } from './instance.ts';
import { signInAs } from './sign-in.ts';

test('nobody sees anything before they signed in, and a wrong password says only that it failed', async ({
  page,
}) => {
  await page.goto('/captures');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('E-mail address').fill('admin@demo.gondola.local');
  await page.getByLabel('Password', { exact: true }).fill(`${instance.password}x`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Sign-in failed')).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test('the app asks no other host for anything', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(instance.webUrl).host) foreign.push(request.url());
  });
  await signInAs(page, 'analyst');
  for (const path of [
    '/',
    '/captures',
    '/drift',
    '/batches',
    '/planograms',
    '/dead-letters',
    '/inference',
    '/settings/retention',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
  expect(foreign).toEqual([]);
});
