import { expect, test } from '@playwright/test';
import { signInAs } from './sign-in.ts';
import { makeStore, submit } from './world.ts';

test('a payload without a required field is found by its reason, with the payload as it came', async ({
  page,
}) => {
  const store = await makeStore('dead-letters');
  const { captureId } = await submit(store, 1, { planogram_version: undefined, lens: 'wide' });
  expect(captureId).toBeNull();
  await signInAs(page, 'operator');
  await page.goto('/dead-letters');
  await page
    .getByRole('button', { name: /A field is missing/ })
    .first()
    .click();
  const deadLetter = page.getByRole('button', {
    name: new RegExp(`${store.code}.*planogram_version is missing`),
  });
  await deadLetter.click();
  await expect(page.getByText('The photo is not lost.', { exact: false }).last()).toBeVisible();
  await expect(page.getByText('$.planogram_version', { exact: true })).toBeVisible();
  await expect(page.getByText('"lens": "wide"', { exact: false })).toBeVisible();
});
