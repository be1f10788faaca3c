import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Expects no serious accessibility fault of the page in light and in dark colours. Only contrast differs between the two, so
 * in dark colours nothing else is checked. Leaves the page in light colours.
 *
 * @param place names the page in the message of a failure
 */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  await showIn(page, 'dark');
  const inDark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  await showIn(page, 'light');
  const inLight = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const grave = Object.entries({ dark: inDark, light: inLight }).flatMap(([colours, { violations }]) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${place} in ${colours} colours, ${id}: ${nodes[0]?.html}`),
  );
  expect(grave).toEqual([]);
}

/** Waits until the new colours are drawn: colours in the middle of a change have no contrast to judge. */
async function showIn(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(`(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
    await frame();
  })()`);
}
