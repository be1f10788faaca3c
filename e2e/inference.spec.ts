import { registerPhoto } from '@gondola/simulator/cloud';
import { expect as expectWithin, type Page, test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { type SandboxInstance, sandboxAddresses, startSandboxInstance } from './sandbox-instance.ts';
import { signInAs } from './sign-in.ts';
import { makeStore, submit, type TestStore } from './world.ts';

/** Two whole instances share the machine here, so waits are longer. */
const expect = expectWithin.configure({ timeout: 45_000 });

test.describe.configure({ mode: 'serial' });
test.use({ baseURL: sandboxAddresses.webUrl });

let running: SandboxInstance;
let store: TestStore;
let seed = 0;
/** Photos that tier 3 processed during the outage. */
const fallen: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  running = await startSandboxInstance();
  store = await makeStore('inference', sandboxAddresses);
});
test.afterAll(() => running?.stop());

/** Submits a capture whose photo the sandbox knows, as a model trained on the chain's articles would. */
async function submitPhoto(): Promise<string> {
  seed += 1;
  const { captureId, photo, sendPhoto } = await submit(store, seed);
  await registerPhoto(running.cloud.url, photo, new AbortController().signal);
  await sendPhoto();
  if (captureId === null) throw new Error('the capture was not accepted');
  return captureId;
}

/** Opens the capture beside the watched screen, and reads which tier scored it. */
async function expectScoredBy(page: Page, captureId: string, tier: string): Promise<void> {
  const beside = await page.context().newPage();
  await beside.goto(`/captures/${encodeURIComponent(captureId)}`);
  await expect(beside.getByText(tier, { exact: true }).first()).toBeVisible({ timeout: 45_000 });
  await beside.close();
}

const tierCard = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const breakerOf = (page: Page) =>
  page.getByRole('region', { name: 'Breaker rekognition/detect', exact: true });
const stateOf = (page: Page, word: string) => breakerOf(page).getByText(word, { exact: true });
const sandboxSwitch = (page: Page) => page.getByRole('group', { name: 'Amazon Rekognition in the sandbox' });
const choose = (page: Page, word: string) =>
  sandboxSwitch(page).getByRole('radio', { name: word, exact: true }).click();
const changes = (page: Page) => page.getByRole('list', { name: 'Changes of rekognition/detect' });

test('an operator breaks and repairs the cloud, and sees photos fall to tier 3 and return without a reload', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  await page.goto('/inference');
  await expect(tierCard(page, 'Tier 1, cloud')).toContainText('Not in use');
  await expect(tierCard(page, 'Tier 3, heuristic')).toContainText('No breaker');

  await expectScoredBy(page, await submitPhoto(), 'Tier 1, cloud');
  await expect(stateOf(page, 'Closed')).toBeVisible();
  await expect(tierCard(page, 'Tier 1, cloud')).toContainText('100 %');

  await choose(page, 'Down (503)');
  await expect(page.getByText('Every call is answered with 503.')).toBeVisible();
  // One failure is no outage: the policy requires five within half a minute, which a busy machine needs more photos for.
  await expect(async () => {
    fallen.push(await submitPhoto(), await submitPhoto(), await submitPhoto());
    await expect(stateOf(page, 'Open')).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 120_000 });
  await expect(breakerOf(page)).toContainText('Next probe');
  await expect(breakerOf(page)).toContainText('Calls failed');
  for (const captureId of fallen) await expectScoredBy(page, captureId, 'Tier 3, heuristic');
  await expectScoredBy(page, await submitPhoto(), 'Tier 3, heuristic');
  await expect(tierCard(page, 'Tier 1, cloud')).toContainText('Transient failure');
  await expect(tierCard(page, 'Tier 3, heuristic')).toContainText('In use');
  await expect(page.getByText(/above the threshold/)).toBeVisible({ timeout: 20_000 });

  await choose(page, 'Healthy');
  await expect(page.getByText('The provider answers again from the next call.')).toBeVisible();
  await expect(sandboxSwitch(page).getByRole('radio', { name: 'Healthy' })).toBeChecked();
  // Each photo after the wait is a probe; two successful ones close the breaker.
  let last = '';
  await expect(async () => {
    last = await submitPhoto();
    await expect(stateOf(page, 'Closed')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
  await expectScoredBy(page, last, 'Tier 1, cloud');
  await expect(changes(page)).toContainText('The probes succeeded');
  await expect(changes(page)).toContainText('Calls failed');
});

test('a breaker is isolated and restored with a reason, which its history shows', async ({ page }) => {
  test.setTimeout(240_000);
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  await page.goto('/inference');
  await breakerOf(page).getByRole('button', { name: 'Isolate…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('photos go to tier 3, heuristic');
  const confirm = dialog.getByRole('button', { name: 'Isolate Amazon Rekognition' });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel('Reason').fill('The bill is being checked.');
  await confirm.click();
  await expect(stateOf(page, 'Isolated')).toBeVisible();
  await expect(changes(page)).toContainText('The bill is being checked.');
  await expect(changes(page)).toContainText('operator@demo.gondola.local');
  await expectScoredBy(page, await submitPhoto(), 'Tier 3, heuristic');

  await breakerOf(page).getByRole('button', { name: 'Restore…' }).click();
  await expect(dialog).toContainText('After 2 good answers the breaker closes');
  await dialog.getByLabel('Reason').fill('Paid.');
  await dialog.getByRole('button', { name: 'Restore Amazon Rekognition' }).click();
  await expect(stateOf(page, 'Open')).toBeVisible();
  await expect(async () => {
    await submitPhoto();
    await expect(stateOf(page, 'Closed')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await expect(changes(page)).toContainText('Paid.');
});

test('a review is run at once, and says why it proposes nothing', async ({ page }) => {
  test.slow();
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  await page.goto('/inference');
  await page.getByRole('button', { name: 'Review now' }).click();
  await expect(page.getByText('rekognition/detect was reviewed')).toBeVisible();
  const past = page.getByRole('region', { name: 'Past reviews' });
  await expect(past).toContainText('Too few outages');
  await expect(past).toContainText('operator@demo.gondola.local');
});

test('the time window is in the address, and the chart has a table alternative', async ({ page }) => {
  test.slow();
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  await page.goto('/inference?window=24h');
  const chart = page.getByRole('region', { name: 'Fallback rate, the last 24 hours' });
  await expect(chart.getByRole('img', { name: /^Fallback rate over the last 24 hours/ })).toBeVisible();
  await chart.getByRole('button', { name: 'The same as a table' }).click();
  await expect(chart.getByRole('table', { name: 'Fallback rate' })).toContainText('%');
  await page.getByText('7 d', { exact: true }).click();
  await expect(page).toHaveURL(/window=7d/);
  await expect(page.getByRole('heading', { name: 'Fallback rate, the last 7 days' })).toBeVisible();
});

test('an analyst sees all of it, and why switching is not allowed', async ({ page }) => {
  test.slow();
  await signInAs(page, 'analyst', sandboxAddresses.webUrl);
  await page.goto('/inference');
  const isolate = breakerOf(page).getByRole('button', { name: 'Isolate…' });
  await expect(isolate).toBeDisabled();
  await isolate.hover({ force: true });
  await expect(page.getByRole('tooltip')).toContainText('Your role does not include this action');
  await expect(page.getByRole('button', { name: 'Review now' })).toBeDisabled();
  for (const radio of await sandboxSwitch(page).getByRole('radio').all()) await expect(radio).toBeDisabled();
  await expect(page.getByText('your role does not include switching them')).toBeVisible();
});

test('with figures and history it has no serious accessibility fault, and fits a phone', async ({ page }) => {
  test.slow();
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/inference');
    await expect(stateOf(page, 'Closed')).toBeVisible();
    await expect(changes(page)).toContainText('Paid.');
    await expect(page.getByRole('region', { name: 'Past reviews' })).toBeVisible();
    await expectAccessible(page, `${width} px`);
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
  }
});

test('captures of the outage are detected again, and end with the better tier', async ({ page }) => {
  test.setTimeout(300_000);
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  await page.goto('/inference');
  const offer = page
    .getByRole('list', { name: 'Open offers' })
    .getByRole('listitem')
    .filter({ hasText: /[4-9] photos while rekognition\/detect was out/ });
  // An outage is offered one minute after its end, by a task that runs every minute.
  await expect(offer).toBeVisible({ timeout: 150_000 });
  await offer.getByRole('button', { name: 'Detect again…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('with lower priority than live photos');
  await dialog.getByRole('button', { name: 'Start the batch' }).click();
  await expect(offer).toBeHidden();
  for (const captureId of fallen) await expectScoredBy(page, captureId, 'Tier 1, cloud');
  await page.getByText('Past decisions').click();
  await page.getByRole('link', { name: 'the batch' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('rekognition/detect is back');
});

test('an unreachable sandbox cloud is reported in plain words, and the rest of the screen stays', async ({
  page,
}) => {
  await signInAs(page, 'operator', sandboxAddresses.webUrl);
  await page.goto('/inference');
  await expect(sandboxSwitch(page)).toBeVisible();
  await running.cloud.stop();
  await expect(page.getByText('The sandbox cloud cannot be reached')).toBeVisible();
  await expect(page.getByText(/does not answer: is its process running/)).toBeVisible();
  await expect(stateOf(page, 'Closed')).toBeVisible();
});
