import { expect, test } from '@playwright/test';
import { signInAs } from './sign-in.ts';
import { importVersion, makeStore, submit } from './world.ts';

test('captures of another planogram version wait, and a category manager releases them as one group', async ({
  page,
}) => {
  const store = await makeStore('drift');
  const older = `${store.label}-old`;
  await importVersion(store, older);
  for (const seed of [1, 2]) {
    const { sendPhoto } = await submit(store, seed, { planogram_version: older });
    await sendPhoto();
  }
  await signInAs(page, 'manager');
  await page.goto('/drift');
  const group = page.getByRole('article', { name: `${store.code} ${store.aisle}, tagged ${older}` });
  await expect(group).toContainText('2captures', { timeout: 45_000 });
  await expect(group).toContainText(`${store.label} is active for this bay`);

  await group.getByRole('button', { name: 'Release…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'The version that the captures are tagged with' }).check();
  await expect(dialog).toContainText('2 captures');
  await expect(dialog).toContainText('will leave the drift queue');
  await dialog.getByRole('button', { name: 'Release 2' }).click();
  await expect(page.getByText('2 captures went on to scoring.')).toBeVisible();
  await expect(group).toHaveCount(0);

  await page.goto(`/captures?store=${store.code}`);
  const rows = page.getByRole('row').filter({ hasText: store.code });
  await expect(rows.filter({ hasText: 'Scored' })).toHaveCount(2, { timeout: 60_000 });
  await expect(rows.first()).toContainText(older);
});

test('an analyst sees the drift queue and why it is not theirs to release', async ({ page }) => {
  const store = await makeStore('watch');
  const { sendPhoto } = await submit(store, 3, { planogram_version: 'nobody-knows-this' });
  await sendPhoto();
  await signInAs(page, 'analyst');
  await page.goto('/drift');
  const group = page.getByRole('article', { name: new RegExp(store.code) });
  await expect(group).toContainText('is not known here', { timeout: 45_000 });
  await expect(group.getByRole('button', { name: 'Release…' })).toBeDisabled();
  await expect(page.getByText('that is for category managers')).toBeVisible();
});
