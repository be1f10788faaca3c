import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './sign-in.ts';
import {
  activate,
  importVersion,
  makeStore,
  submit,
  type TestStore,
  withNeighboursExchanged,
} from './world.ts';

test('captures of another planogram version wait, and a category manager releases them as one batch', async ({
  page,
}) => {
  test.slow();
  const store = await makeStore('drift');
  const older = `${store.label}-old`;
  await importVersion(store, older, withNeighboursExchanged(store.bay.planogram));
  for (const seed of [1, 2]) {
    const { sendPhoto } = await submit(store, seed, { planogram_version: older });
    await sendPhoto();
  }
  await signInAs(page, 'manager');
  await page.goto('/drift');
  const group = page.getByRole('article', { name: `${store.code} ${store.aisle}, tagged ${older}` });
  await expect(group).toContainText('2captures', { timeout: 45_000 });
  await expect(group).toContainText(`${store.label} is active for this bay`);

  // Both versions next to the newest photo, with their differences.
  await group.getByRole('button', { name: 'Compare' }).click();
  await expect(group.getByRole('img', { name: 'The bay as it was photographed' })).toBeVisible();
  for (const label of [older, store.label])
    await expect(
      group.getByRole('group', { name: new RegExp(`version ${label}, [1-9]\\d* positions differ`) }),
    ).toBeVisible();
  const difference = group.getByRole('list', { name: 'Positions that differ' }).getByRole('button').first();
  await difference.click();
  await expect(group.locator('svg [aria-pressed="true"]')).toHaveCount(2);

  await group.getByRole('button', { name: 'Release…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'The version that the captures are tagged with' }).check();
  await expect(dialog).toContainText('2 captures');
  await expect(dialog).toContainText('will leave the drift queue as one batch');
  await dialog.getByRole('button', { name: 'Release 2' }).click();
  await expect(page.getByText('The release has started')).toBeVisible();

  // The page shows the batch in place of the group without a reload. The group disappears when its captures have left.
  const release = page.getByRole('article', {
    name: `Release: Drift of bay ${store.aisle}, tagged ${older}`,
  });
  await expect(release.getByText('2 published')).toBeVisible({ timeout: 90_000 });
  await expect(group).toHaveCount(0);
  await release.getByRole('link', { name: /^Release:/ }).click();
  await expect(page).toHaveURL(/\/batches\//);
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2');
  await expect(
    page.getByRole('table', { name: 'Captures of the batch' }).getByRole('row').filter({ hasText: older }),
  ).toHaveCount(2);

  await page.goto(`/captures?store=${store.code}`);
  const rows = page.getByRole('row').filter({ hasText: store.code });
  await expect(rows.filter({ hasText: 'Scored' })).toHaveCount(2, { timeout: 60_000 });
  await expect(rows.first()).toContainText(older);
});

test('a shelf that follows another version than its tag is reported, and dismissed or scored against that version', async ({
  page,
}) => {
  test.slow();
  const store = await makeStore('silent');
  const followed = store.label;
  const tagged = `${store.label}-new`;
  await importVersion(store, tagged, withNeighboursExchanged(store.bay.planogram));
  await activate(store, tagged);
  await submitScored(page, store, 1, tagged);

  await page.goto('/drift?kind=silent');
  const group = page.getByRole('article', {
    name: `${store.code} ${store.aisle}, scored against ${tagged}, follows ${followed}`,
  });
  await expect(group).toContainText('1capture');
  await expect(group).toContainText(/fits \d+ points better on average, based on \d+ facings/);
  await expect(group).toContainText('Where the two versions differ');

  await group.getByRole('button', { name: 'Score against the other…' }).click();
  const dialog = page.getByRole('dialog');
  // Tier 3 detected, which examines the positions of one version only.
  await expect(dialog.getByRole('radio', { name: 'Detect again' })).toBeChecked();
  await expect(dialog).toContainText(`tier 3 detected only at the positions of ${tagged}`);
  await dialog.getByRole('button', { name: 'Start the batch' }).click();
  await expect(group.getByText('Ready to publish')).toBeVisible({ timeout: 60_000 });

  await group.getByRole('link', { name: '1 of 1 done in a batch' }).click();
  await expect(page.getByText('1 better')).toBeVisible();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('1 published')).toBeVisible({ timeout: 30_000 });
  await page.goto('/drift?kind=silent');
  await expect(page.getByRole('tab', { name: /Silent drift/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expect(group).toHaveCount(0);

  // The next suspicion is dismissed by a person.
  await submitScored(page, store, 2, tagged);
  await page.goto('/drift?kind=silent');
  await group.getByRole('button', { name: 'Dismiss…' }).click();
  await dialog.getByLabel('Reason').fill('The shelf is being reset today.');
  await dialog.getByRole('button', { name: 'Dismiss 1' }).click();
  await expect(page.getByText('The scores of 1 capture stay.')).toBeVisible();
  await expect(group).toHaveCount(0);
});

async function submitScored(page: Page, store: TestStore, seed: number, label: string): Promise<void> {
  const { captureId, sendPhoto } = await submit(store, seed, { planogram_version: label });
  await sendPhoto();
  await signInAs(page, 'manager');
  await page.goto(`/captures/${encodeURIComponent(captureId ?? '')}`);
  await expect(page.getByText('Strict rate')).toBeVisible({ timeout: 60_000 });
}

test('an analyst sees the drift queue and why releasing is not allowed', async ({ page }) => {
  const store = await makeStore('watch');
  const { sendPhoto } = await submit(store, 3, { planogram_version: 'unknown-version' });
  await sendPhoto();
  await signInAs(page, 'analyst');
  await page.goto('/drift');
  const group = page.getByRole('article', { name: new RegExp(store.code) });
  await expect(group).toContainText('is not in the database', { timeout: 45_000 });
  await expect(group.getByRole('button', { name: 'Release…' })).toBeDisabled();
  await expect(page.getByText('your role does not include releasing or dismissing captures')).toBeVisible();
});
