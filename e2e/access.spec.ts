import { expect, test } from '@playwright/test';
import { instance } from './instance.ts';
import { signInAs } from './sign-in.ts';

test('no page is visible before sign-in, and the message for a wrong password gives no details', async ({
  page,
}) => {
  await page.goto('/captures');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('E-mail address').fill('admin@demo.gondola.local');
  await page.getByLabel('Password', { exact: true }).fill(`${instance.password}x`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Sign-in failed')).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test('the app sends no request to another host', async ({ page }) => {
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
