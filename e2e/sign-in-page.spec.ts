import { expect, test } from '@playwright/test';
import { instance } from './instance.ts';

test('the demo signs in as each role by a button', async ({ page }) => {
  await page.goto('/sign-in?next=/captures');
  await expect(page.getByText('This is a demo with simulated stores.')).toBeVisible();
  for (const role of ['manager', 'analyst', 'operator', 'admin'])
    await expect(page.getByRole('button', { name: `Sign in as ${role}` })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in as operator' }).click();
  await expect(page).toHaveURL(/\/captures$/);
  await expect(page.getByRole('button', { name: 'Account of Demo operator' })).toBeVisible();
});

test('under another address the page says which one is right, and never that the password is wrong', async ({
  page,
}) => {
  // Browsers resolve every name below localhost to this machine.
  const other = instance.webUrl.replace('localhost', 'shelves.localhost');
  await page.goto(`${other}/sign-in`);
  const expected = `This page was opened at ${other}, but Gondola is set up for ${instance.webUrl}`;
  await expect(page.getByText(expected)).toHaveCount(1);
  await page.getByLabel('E-mail address').fill('admin@demo.gondola.local');
  await page.getByLabel('Password', { exact: true }).fill(instance.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Sign-in failed')).toBeVisible();
  await expect(page.getByText(expected)).toHaveCount(2);
  await expect(page.getByText('do not belong together')).toHaveCount(0);
});

test('a link for a password that does not work says so', async ({ page }) => {
  await page.goto('/set-password#not-a-token');
  await page.getByLabel('New password').fill('long enough');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('This link was used already or is too old.')).toBeVisible();
});
