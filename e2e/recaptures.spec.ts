import { createHash } from 'node:crypto';
import { renderCapture, renderFaultyCapture, tidyRates } from '@gondola/simulator';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { signInAs } from './sign-in.ts';
import { makeStore, type TestStore } from './world.ts';

const size = { width: 1200, height: 1500 };

test('a blurred photo leads to a request with advice, and a better photo of the same bay closes the request', async ({
  page,
}) => {
  test.slow();
  const store = await makeStore('recapture');
  const { jpeg } = await renderFaultyCapture(store.bay, 1, 'blur', { rates: tidyRates, size });
  const blurred = await submitPhoto(store, jpeg, { timestamp: secondsAgo(60) });
  await signInAs(page, 'manager');

  await page.goto(`/recaptures?store=${store.code}`);
  const request = page.getByRole('article', { name: `Recapture of ${store.code} ${store.aisle}` });
  await expect(request).toContainText('New photo requested', { timeout: 60_000 });
  await expect(request).toContainText(/too blurred to read products \(sharpness \d{1,2}, 100 required\)\./);
  await expect(request).toContainText('Hold the camera still and wait until the shelf is sharp.');
  await expect(request).toContainText(store.label);

  // The person opens the capture and sees why the pipeline holds it, and by which rule.
  await request.getByRole('link', { name: `Bay ${store.aisle}` }).click();
  await expect(page).toHaveURL(/\/captures\//);
  await expect(page.getByText('The photo waits for a better one.')).toBeVisible();
  await expect(page.getByText(/The photo is checked again in \d+ (min|h)/)).toBeVisible();
  await expect(page.getByText('A new photo is requested from the store.', { exact: true })).toBeVisible();
  const sharpness = page
    .getByRole('region', { name: 'Photo quality' })
    .getByRole('row', { name: /Sharpness/ });
  await expect(sharpness).toContainText('at least 100');
  await expect(sharpness).toContainText('Not enough');

  const better = await renderCapture(store.bay, 1, { rates: tidyRates, size });
  await submitPhoto(store, better.jpeg, { timestamp: secondsAgo(20), supersedes: uuidOf(blurred) });
  // No reload: the page follows the request by itself.
  await expect(page.getByText('The request for a new photo has ended: new photo arrived.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('Replaced by another photo:')).toBeVisible();

  await page.goto(`/recaptures?store=${store.code}&status=closed`);
  await expect(request).toContainText('New photo arrived');
  await request.getByRole('link', { name: /^The new photo, taken/ }).click();
  await expect(page.getByText('Replaces another photo:')).toBeVisible();

  // This time a person requests the photo and withdraws the request.
  await page.getByRole('button', { name: 'Request a new photo…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('A trolley stands before the bay.');
  await dialog.getByRole('button', { name: 'Request the photo' }).click();
  await expect(page.getByText('A person requested a new photo.')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await page.getByRole('button', { name: 'Withdraw the request' }).click();
  await expect(page.getByText('The request for a new photo has ended: withdrawn.')).toBeVisible();
});

test('two photos for one capture stand side by side, and the alert about them is acknowledged', async ({
  page,
}) => {
  test.slow();
  const store = await makeStore('conflict');
  const [first, later] = await Promise.all(
    [1, 2].map(async (seed) => (await renderCapture(store.bay, seed, { rates: tidyRates, size })).jpeg),
  );
  if (!first || !later) throw new Error('no photos');
  const timestamp = secondsAgo(90);
  await submitPhoto(store, first, { timestamp, firmware: '1.0' });
  // The later photo is a capture of its own too, so that its picture appears next to the first.
  await submitPhoto(store, later, { timestamp: secondsAgo(30) });
  await signInAs(page, 'manager');
  await page.goto(`/captures?store=${store.code}&state=SCORED`);
  const rows = page.getByRole('row').filter({ hasText: store.code });
  await expect(rows).toHaveCount(2, { timeout: 75_000 });
  await submitPhoto(store, later, { timestamp, firmware: '1.1', sha256: hashOf(later) });

  const count = page.getByRole('navigation').getByRole('link', { name: /Alerts\s*\d+/ });
  await expect(count).toBeVisible();
  await count.click();
  const alert = page.getByRole('article', {
    name: `Two photos for one capture, ${store.code} · ${store.aisle}`,
  });
  await expect(alert).toContainText('nothing is lost');
  await alert.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(alert).toContainText('acknowledged by manager@demo.gondola.local');

  await alert.getByRole('link', { name: 'Compare the photos' }).click();
  const conflict = page.getByRole('article', { name: `Conflict of ${store.code} ${store.aisle}` });
  await expect(conflict.getByRole('img', { name: 'First photo: stored and scored' })).toBeVisible();
  await expect(conflict.getByRole('img', { name: /^Later photo/ })).toBeVisible();
  const firmware = conflict.getByRole('row', { name: /firmware/ });
  await expect(firmware.locator('mark')).toHaveText(['1.0', '1.1'].map((version) => JSON.stringify(version)));
  await expect(conflict.getByRole('row', { name: /planogram_version/ })).toHaveCount(0);

  await page.goto(`/alerts?store=${store.code}`);
  await alert.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('region', { name: 'Closed' }).getByRole('article')).toContainText(
    'closed by manager',
  );
});

test('an operator relaxes the quality rule of one store, and an analyst can only read the rules', async ({
  page,
}) => {
  const store = await makeStore('rule');
  await signInAs(page, 'operator');
  await page.goto('/settings/quality');
  await page.getByRole('button', { name: 'Set a rule…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('combobox', { name: 'Store' })
    .or(dialog.getByLabel('Store'))
    .first()
    .fill(store.code);
  await page.getByRole('option', { name: new RegExp(store.code) }).click();
  await dialog.getByLabel('Sharpness, at least').fill('80');
  await expect(dialog).toContainText(
    `photos of store ${store.code} taken with any camera: sharpness 100 → 80.`,
  );
  await expect(dialog).toContainText('from the next check');
  await expect(dialog.getByRole('button', { name: 'Set the rule' })).toBeDisabled();
  await dialog.getByLabel('Note').fill('Old cameras until spring.');
  await dialog.getByRole('button', { name: 'Set the rule' }).click();
  const rule = page.getByRole('row').filter({ hasText: store.code });
  await expect(rule).toContainText('from 80');
  await expect(rule).toContainText('operator@demo.gondola.local');

  await page.context().clearCookies();
  await signInAs(page, 'analyst');
  await page.goto('/settings/quality');
  await expect(page.getByRole('row').filter({ hasText: store.code })).toContainText(
    'Old cameras until spring.',
  );
  await expect(page.getByRole('button', { name: 'Set a rule…' })).toBeDisabled();
});

test('recaptures, conflicts, alerts and rules have no serious accessibility fault and fit a phone', async ({
  page,
}) => {
  test.slow();
  await signInAs(page, 'admin');
  for (const path of ['/recaptures', '/conflicts', '/alerts', '/settings/quality']) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expectAccessible(page, path);
    for (const width of [768, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const overflow = () =>
        page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      await expect.poll(overflow, { message: `${path} at ${width} px` }).toBeLessThanOrEqual(0);
    }
  }
});

const secondsAgo = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Returns the bare UUID of a global id. */
function uuidOf(globalId: string): string {
  const [, uuid] = Buffer.from(globalId, 'base64').toString().split(':');
  if (!uuid) throw new Error(`not a global id: ${globalId}`);
  return uuid;
}

/** Submits a photo as the store's camera does: bytes first, then the payload. Returns the capture's global id. */
async function submitPhoto(
  store: TestStore,
  jpeg: Uint8Array,
  changes: Record<string, unknown>,
): Promise<string> {
  const { captureUploadCreate } = await store.camera.graphql<{
    captureUploadCreate: { uploadId: string; url: string };
  }>('mutation ($input: CaptureUploadCreateInput!) { captureUploadCreate(input: $input) { uploadId url } }', {
    input: { mimeType: 'image/jpeg', byteLength: jpeg.length },
  });
  await store.camera.put(captureUploadCreate.url, jpeg, 'image/jpeg');
  const payload = {
    schema_version: 1,
    store_id: store.code,
    aisle: store.aisle,
    device_mac: '02:00:00:00:00:01',
    planogram_version: store.label,
    capture_resolution: `${size.width}x${size.height}`,
    upload_id: captureUploadCreate.uploadId,
    ...changes,
  };
  const { captureSubmit } = await store.camera.graphql<{
    captureSubmit: { results: { capture: { id: string } | null; problems: { message: string }[] }[] };
  }>(
    'mutation ($input: CaptureSubmitInput!) { captureSubmit(input: $input) { results { capture { id } problems { message } } } }',
    { input: { captures: [payload] } },
  );
  const [result] = captureSubmit.results;
  if (!result?.capture) throw new Error(result?.problems.map(({ message }) => message).join('; '));
  return result.capture.id;
}
