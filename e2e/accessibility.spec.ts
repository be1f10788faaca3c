import { expect, test } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { signInAs } from './sign-in.ts';

const screens = [
  '/',
  '/captures',
  '/drift',
  '/drift?kind=silent',
  '/batches',
  '/planograms',
  '/dead-letters',
  '/devices',
  '/inference',
  '/settings/retention',
];

test('no screen has a serious accessibility fault in light or in dark colours', async ({ page }) => {
  // One test checks every screen with axe.
  test.slow();
  await page.goto('/sign-in');
  await expectAccessible(page, '/sign-in');
  await signInAs(page, 'manager');
  for (const path of screens) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expectAccessible(page, path);
  }
});
