import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
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

for (const colorScheme of ['light', 'dark'] as const)
  test(`no screen has a serious accessibility fault in ${colorScheme} colours`, async ({ page }) => {
    // One test checks every screen with axe.
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.goto('/sign-in');
    await expectSound();
    await signInAs(page, 'manager');
    for (const path of screens) {
      await page.goto(path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expectSound();
    }

    async function expectSound() {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
