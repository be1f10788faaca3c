import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './sign-in.ts';
import { importVersion, makeStore, submit, type TestStore, withNeighboursExchanged } from './world.ts';

test.describe.configure({ mode: 'serial' });

/** Enough captures that a pause comes before the end: the tiers process one after the other. */
const photos = 4;
let store: TestStore;
let other: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  store = await makeStore('batch');
  other = `${store.label}-other`;
  await importVersion(store, other, withNeighboursExchanged(store.bay.planogram));
  for (let seed = 1; seed <= photos; seed += 1) {
    const { sendPhoto } = await submit(store, seed);
    await sendPhoto();
  }
});

/** Returns the rows of the captures list whose score is against a version. */
async function expectScoredAgainst(page: Page, label: string, count: number): Promise<void> {
  const beside = await page.context().newPage();
  await beside.goto(`/captures?store=${store.code}&state=SCORED&version=${label}`);
  const rows = beside.getByRole('row').filter({ hasText: store.code });
  await expect(rows).toHaveCount(count, { timeout: 60_000 });
  await beside.close();
}

test('a category manager tries a batch, pauses and resumes it, publishes it, and takes it back', async ({
  page,
}) => {
  test.setTimeout(420_000);
  await signInAs(page, 'manager');
  await expectScoredAgainst(page, store.label, photos);

  await page.goto('/batches');
  await page.getByRole('button', { name: 'New batch…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Store' }).fill(store.code);
  await page.getByRole('option', { name: new RegExp(store.code) }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('The other version was meant');

  // A re-score can be tried first: against the same version it changes nothing.
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(dialog.getByText(`Sample: ${photos} captures of the scope`)).toBeVisible();
  await expect(dialog.getByText(`${photos} the same`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Back' }).click();

  // The dry run says which results only the tiers can give.
  await dialog.getByRole('radio', { name: 'Detect again' }).check();
  await dialog.getByRole('combobox', { name: 'Against which planogram version' }).click();
  await page.getByRole('option', { name: 'One version for all of them' }).click();
  await dialog.getByRole('combobox', { name: 'Version', exact: true }).fill(other);
  await page.getByRole('option', { name: other, exact: true }).click();
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(dialog.getByText('it depends on what the tiers detect')).toBeVisible();
  await dialog.getByRole('button', { name: `Start with ${photos} captures` }).click();

  await expect(page).toHaveURL(/\/batches\/./);
  // The tag at the top of the panel, because facts below it may contain the same word.
  const state = (word: string) =>
    page.getByRole('region', { name: 'Progress' }).getByText(word, { exact: true }).first();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(state('Paused')).toBeVisible();
  await page.reload();
  await expect(state('Paused')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(state('Ready to publish')).toBeVisible({ timeout: 210_000 });
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', String(photos));

  // The new scores are visible only here. They are worse, because the shelves do not follow this version.
  await expectScoredAgainst(page, store.label, photos);
  await expect(page.getByText(`${photos} worse`)).toBeVisible();
  await expect(
    page.getByRole('img', { name: new RegExp(`Captures by score: ${photos} captures with a score before`) }),
  ).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Captures of the batch' }).getByRole('row').filter({ hasText: other }),
  ).toHaveCount(photos);

  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(dialog).toContainText(`The new score becomes the current one of ${photos} captures`);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(state('Published')).toBeVisible({ timeout: 30_000 });
  await expectScoredAgainst(page, other, photos);

  await page.getByRole('button', { name: 'Roll back…' }).click();
  await expect(dialog).toContainText('The earlier score becomes the current one');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect(state('Rolled back')).toBeVisible({ timeout: 30_000 });
  await expectScoredAgainst(page, store.label, photos);
  await expectScoredAgainst(page, other, 0);
});

test('captures that were selected in the list are scored again at once', async ({ page }) => {
  test.slow();
  await signInAs(page, 'manager');
  await page.goto(`/captures?store=${store.code}`);
  const picks = page.getByRole('checkbox', { name: `Select ${store.code} ${store.aisle}` });
  await picks.nth(0).check();
  await picks.nth(1).check();
  const selected = page.getByRole('region', { name: 'Selected captures' });
  await expect(selected).toContainText('2 selected');
  await selected.getByRole('button', { name: `Select all ${photos} that match` }).click();
  await expect(selected).toContainText(`${photos} selected: all that match`);
  await selected.getByRole('button', { name: 'Clear selection' }).click();
  await picks.nth(0).check();
  await picks.nth(1).check();
  await selected.getByRole('button', { name: 'Score again…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 captures chosen by hand');
  await dialog.getByRole('radio', { name: 'At once' }).check();
  await dialog.getByLabel('Reason').fill('Two of them, as a check');
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await dialog.getByRole('button', { name: 'Start with 2 captures' }).click();
  await expect(page.getByRole('heading', { name: 'Score again: Two of them, as a check' })).toBeVisible();
  await expect(page.getByText('2 published')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('2 the same')).toBeVisible();
});

test('an analyst watches batches, and sees why starting one is not allowed', async ({ page }) => {
  await signInAs(page, 'analyst');
  await page.goto('/batches');
  await expect(page.getByRole('button', { name: 'New batch…' })).toBeDisabled();
  await expect(page.getByText('your role does not include starting or controlling them')).toBeVisible();
  await page.getByRole('link', { name: 'Detect again: The other version was meant' }).click();
  await expect(page.getByText('your role does not include controlling it')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('button', { name: /Pause|Publish|Roll back|Retry/ })).toHaveCount(0);
  await page.goto(`/captures?store=${store.code}`);
  await expect(page.getByRole('row').filter({ hasText: store.code }).first()).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
