import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { signInAs } from './sign-in.ts';
import { makeStore, submit, type TestStore } from './world.ts';

/** A photo with missing products, so that there is a finding to overrule. */
const seed = 7;

test('a reviewer overrules a verdict by keyboard, sees the new score and its author, and takes the overrule back', async ({
  page,
}) => {
  test.slow();
  const { captureId } = await scored('review');
  await signInAs(page, 'manager');
  await openReview(page, captureId);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  const scores = page.getByRole('region', { name: 'Scores', exact: true });
  await expect(scores.getByRole('row')).toHaveCount(2);

  // The key j selects the worst position. Its evidence shows what was compared, and its origin.
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/[?&]pos=/);
  const subject = (await evidence.getByRole('heading', { level: 3 }).textContent()) ?? '';
  await expect(evidence.getByText('On the shelf', { exact: true })).toBeVisible();
  await expect(evidence).toContainText(/Tier 3, heuristic, model \S+ planogram version/);
  await expect(evidence).toContainText(/A pack shows with \d+ % certainty/);

  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Scoring found');
  await dialog.getByRole('radio', { name: 'Match', exact: true }).check();
  await expect(dialog.getByRole('button', { name: 'Overrule' })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('I stood before it.');
  await dialog.getByLabel('Reason').press('Control+Enter');
  await expect(dialog).toBeHidden();

  await expect(page.getByText(`Overruled: ${subject}`)).toBeVisible();
  await expect(evidence.locator('del').first()).toBeVisible();
  await expect(evidence).toContainText('“I stood before it.”');
  await expect(evidence).toContainText('manager@demo.gondola.local');
  await expect(scores.getByRole('row').filter({ hasText: 'A person overruled a verdict' })).toContainText(
    'current',
  );
  const comparison = page.getByRole('region', { name: 'What changed between the two scores' });
  await expect(comparison).toContainText(/\+\d+(\.\d)? points of score/);
  await expect(comparison.getByRole('listitem')).toHaveCount(1);
  await expect(comparison.getByRole('listitem')).toContainText(subject);

  await evidence.getByRole('button', { name: 'Take back…' }).click();
  await dialog.getByLabel('Reason').fill('It was the bay next to it.');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText(`Decision taken back: ${subject}`)).toBeVisible();
  await expect(evidence.locator('del')).toHaveCount(0);
  await expect(scores.getByRole('row').filter({ hasText: 'A person overruled a verdict' })).toHaveCount(2);
});

test('a person who overrules an outdated score learns who changed it, and sees the newest one', async ({
  page,
}) => {
  test.slow();
  const { store, captureId } = await scored('meanwhile');
  await signInAs(page, 'operator');
  await openReview(page, captureId);
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Unknown product' })).toBeChecked();
  await overruleByApi(store, captureId);
  await dialog.getByLabel('Reason').fill('A promotion.');
  await dialog.getByRole('button', { name: 'Overrule' }).click();

  const notice = page.getByRole('alert').filter({ hasText: 'Not overruled' });
  await expect(notice).toContainText('admin@demo.gondola.local overruled a verdict of this capture on');
  const rulings = page
    .getByRole('region', { name: 'Scores', exact: true })
    .getByText('A person overruled a verdict');
  await notice.getByRole('button', { name: 'Show the newest score' }).click();
  await expect(rulings).toHaveCount(1);
  await expect(notice).toBeHidden();
});

test('an analyst sees the evidence, and why overruling is not allowed', async ({ page }) => {
  test.slow();
  const { captureId } = await scored('analyst');
  await signInAs(page, 'analyst');
  await openReview(page, captureId);
  await page.keyboard.press('j');
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect(evidence).toContainText('your role does not include overruling them');
  await expect(evidence.getByRole('button', { name: /^Overrule/ })).toBeDisabled();
  await expect(evidence.getByRole('button', { name: 'Waive…' })).toBeDisabled();
  await page.keyboard.press('o');
  await expect(page.getByText('Not possible here')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Your role does not include reading payloads.')).toBeVisible();
});

test('a manager waives a position and revokes it, holds the photo and releases it; no state has a serious accessibility fault', async ({
  page,
}) => {
  test.slow();
  const { captureId } = await scored('waive');
  await signInAs(page, 'manager');
  await openReview(page, captureId);
  await page.keyboard.press('j');
  const evidence = page.getByRole('region', { name: 'Evidence' });
  const subject = (await evidence.getByRole('heading', { level: 3 }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Waive…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/1 capture of this bay is under review/);
  await dialog.getByLabel('Reason').fill('A pillar stands before it.');
  await expectAccessible(page, 'a waiver');
  await dialog.getByRole('button', { name: 'Waive the position' }).click();
  await expect(page.getByText('1 capture under review would be scored differently.')).toBeVisible();
  const waivers = page.getByRole('region', { name: 'Waivers of this bay' });
  await expect(waivers).toContainText(subject);
  await expect(waivers).toContainText('“A pillar stands before it.”');

  await page.getByRole('button', { name: 'Hold the photo…' }).click();
  await dialog.getByLabel('Reason').fill('A dispute.');
  await dialog.getByRole('button', { name: 'Hold the photo' }).click();
  await expect(page.getByText('The photo is on hold.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expectAccessible(page, 'a photo on hold');

  await page.getByRole('button', { name: 'Release the photo' }).click();
  await expect(page.getByText('The photo is on hold.')).toBeHidden();
  await waivers.getByRole('button', { name: /^Revoke/ }).click();
  await dialog.getByRole('button', { name: 'Revoke the waiver' }).click();
  await expect(waivers).toContainText('No position of this bay is waived.');
});

test('an operator sets a retention policy, makes a dry run, sees which photos stay and why, and requests an integrity check', async ({
  page,
}) => {
  test.slow();
  const { store, captureId } = await scored('retained');
  await signInAs(page, 'operator');
  await page.goto('/settings/retention');
  const policy = page.getByRole('region', { name: 'Policy in force' });
  await policy.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('switch', { name: 'Photos without a fault: never expire' }).click();
  await dialog.getByLabel('Photos without a fault', { exact: true }).fill('120');
  await dialog.getByLabel('Reason').fill('The disk is small.');
  await expect(dialog).toContainText('Photos expire sooner than today.');
  await expectAccessible(page, 'integrity of the photos');
  await dialog.getByRole('button', { name: 'Set the policy' }).click();
  await expect(policy).toContainText('The photo of a capture without a fault expires 120 days');
  await expect(policy).toContainText('“The disk is small.”');

  await page.getByRole('button', { name: 'Run a dry run' }).click();
  const runs = page.getByRole('region', { name: 'Dry runs and expiries' });
  await expect(runs.getByRole('row').nth(1)).toContainText('No photo was due.');

  await runs.getByRole('link', { name: 'Photos of this dry run' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Dry run of');
  const going = page.getByRole('region', { name: 'Photos to be removed' });
  await expect(going).toContainText('No photo was due');
  const staying = page.getByRole('region', { name: 'Photos that stay, and why' });
  await expect(staying).toContainText('As of now and under the policy in force');
  await staying.getByRole('button', { name: /^Reference image/ }).click();
  await expect(staying).toContainText('The photo identifies a product.');
  const notArchived = staying.getByRole('button', { name: /^Not archived yet/ });
  await notArchived.focus();
  await page.keyboard.press('Enter');
  await expect(notArchived).toHaveAttribute('aria-pressed', 'true');
  const photo = staying.getByRole('link', { name: store.code }).first();
  await expect(photo).toHaveAttribute('href', `/captures/${encodeURIComponent(captureId)}`);
  await expectAccessible(page, 'a dry run of retention');
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'))
    .toBeLessThanOrEqual(390);
  if (size) await page.setViewportSize(size);
  await page.getByRole('link', { name: 'Retention', exact: true }).last().click();

  await page.getByRole('button', { name: 'Check now' }).click();
  const integrity = page.getByRole('region', { name: 'Integrity of the stored photos' });
  await expect(integrity.getByRole('row').nth(1)).toContainText('operator@demo.gondola.local');
  await expectAccessible(page, 'integrity of the photos');
});

async function scored(name: string): Promise<{ store: TestStore; captureId: string }> {
  const store = await makeStore(name);
  const { captureId, sendPhoto } = await submit(store, seed);
  if (captureId === null) throw new Error('the capture was not accepted');
  await sendPhoto();
  return { store, captureId };
}

async function openReview(page: Page, captureId: string): Promise<void> {
  await page.goto(`/captures/${encodeURIComponent(captureId)}`);
  await expect(page.getByText('Positions, worst first')).toBeVisible({ timeout: 60_000 });
}

/** Another person overrules the same capture, on its last position. */
async function overruleByApi({ admin }: TestStore, id: string): Promise<void> {
  const { capture } = await admin.graphql<{
    capture: { currentScore: { id: string; verdicts: { positionId: string | null }[] } };
  }>('query ($id: ID!) { capture(id: $id) { currentScore { id verdicts { positionId } } } }', { id });
  const positionId = capture.currentScore.verdicts.findLast((one) => one.positionId !== null)?.positionId;
  const input = {
    captureId: id,
    expectedScoreId: capture.currentScore.id,
    positionId,
    verdict: 'MISSING',
    reason: 'Sold out.',
  };
  const { verdictOverrule } = await admin.graphql<{
    verdictOverrule: { userErrors: { message: string }[] };
  }>(
    'mutation ($input: VerdictOverruleInput!) { verdictOverrule(input: $input) { userErrors { message } } }',
    { input },
  );
  expect(verdictOverrule.userErrors).toEqual([]);
}
