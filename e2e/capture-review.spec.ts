import { expect, test } from '@playwright/test';
import { signInByForm } from './sign-in.ts';
import { makeStore, submit } from './world.ts';

test('a person signs in, watches a capture from submitted to scored, and reviews it', async ({ page }) => {
  const store = await makeStore('capture-review');
  const { truth, sendPhoto } = await submit(store, 7);
  await signInByForm(page, 'manager');

  await page.goto('/captures');
  const row = page.getByRole('row').filter({ hasText: store.code });
  await expect(row).toContainText('Received');
  await row.getByRole('link').click();
  await expect(page.getByRole('list', { name: 'Progress' })).toBeVisible();
  await expect(page.getByText('Stored; the photo is checked next')).toBeVisible();

  await sendPhoto();
  // No reload: the page updates by itself.
  await expect(page.getByText('Strict rate')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: new RegExp(store.code) })).toBeVisible();

  const photo = page.getByRole('group', { name: /Findings on the photo/ });
  const planogram = page.getByRole('group', { name: `Planogram version ${store.label}` });
  await expect(photo).toBeVisible();
  await expect(planogram).toBeVisible();
  // One box for each visible position; each can be reached by keyboard and has a name.
  const boxes = photo.getByRole('button');
  expect(await boxes.count()).toBeGreaterThanOrEqual(truth.positions.length * 0.9);

  // Choosing a box puts its position into the address, so that the finding can be shared.
  await boxes.first().press('Enter');
  await expect(page).toHaveURL(/[?&]pos=/);
  await page.reload();
  await expect(photo.locator('[aria-pressed="true"]')).toHaveCount(1);
});
