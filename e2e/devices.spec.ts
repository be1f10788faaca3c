import { expect, test } from '@playwright/test';
import { signInAs } from './sign-in.ts';
import { makeStore, submit } from './world.ts';

test('a phone with a wrong clock and no MAC shows both times, its firmware and the size that it got wrong', async ({
  page,
}) => {
  // The clocks are reviewed once a minute.
  test.slow();
  const store = await makeStore('devices');
  const { sendPhoto } = await submit(store, 7, {
    timestamp: '1970-01-01T00:03:00Z',
    device_mac: '02:00:00:00:00:00',
    capture_resolution: '4032x3024',
    firmware: `9.9-${store.code}`,
  });
  await sendPhoto();
  await signInAs(page, 'manager');
  await page.goto(`/captures?store=${store.code}&firmware=9.9-${store.code}`);
  await page.getByRole('row').filter({ hasText: store.code }).getByRole('link').click();
  await expect(page.getByRole('heading', { name: new RegExp(store.code) })).toBeVisible();
  const panel = page.getByRole('region', { name: 'Device and time' });
  await expect(panel).toContainText('no MAC', { timeout: 60_000 });
  await expect(panel).toContainText('1 Jan 1970');
  await expect(panel).toContainText('time of receipt, since the device’s time cannot be right');
  await expect(panel).toContainText('Another size than the device declares', { timeout: 60_000 });

  await page.goto(`/devices?store=${store.code}`);
  const device = page.getByRole('region', { name: 'Devices' }).getByRole('row').filter({ hasText: 'no MAC' });
  await expect(device).toContainText(`9.9-${store.code}`);
  await expect(device).toContainText('wrong, error not known');
  const firmware = page
    .getByRole('region', { name: 'By firmware' })
    .getByRole('row')
    .filter({ hasText: '9.9' });
  await expect(firmware).toContainText('Another size than the device declares');

  await page.goto(`/alerts?store=${store.code}`);
  const alert = page.getByRole('article', { name: new RegExp(`Wrong clock of a device, ${store.code}`) });
  await expect(alert).toBeVisible({ timeout: 90_000 });
  await alert.getByRole('button', { name: 'What to do' }).click();
  await expect(alert).toContainText('sent the time 1970-01-01');
});
