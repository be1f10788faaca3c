import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './sign-in.ts';
import { makeStore, submit, type TestStore } from './world.ts';

const header = 'planogram_code,version,bay,shelf,position,sku,name,h_facings,product_w_cm,product_h_cm';

/** Five positions on two shelves, as a planner's spreadsheet has them. */
const earlier = (code: string, label: string) =>
  csv(code, label, [
    '1,1,T1,Tea one,2',
    '1,2,T2,Tea two,1',
    '1,3,T3,Tea three,1',
    '2,1,T4,Tea four,2',
    '2,2,T5,Tea five,1',
  ]);

/** Two products trade places, one gets more facings, one is replaced, and one is new. */
const later = (code: string, label: string) =>
  csv(code, label, [
    '1,1,T2,Tea two,1',
    '1,2,T1,Tea one,2',
    '1,3,T3,Tea three,2',
    '2,1,T4,Tea four,2',
    '2,2,T6,Tea six,1',
    '2,3,T7,Tea seven,1',
  ]);

const csv = (code: string, label: string, rows: string[]) =>
  [header, ...rows.map((row) => `${code},${label},1,${row},8,20`)].join('\r\n');

// Each test creates a store with its camera and products, and photos go through the workers.
test.slow();

async function importFile(page: Page, content: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Import a planogram version' });
  const file = { name: 'tea.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await dialog.getByLabel('Planogram file').setInputFiles(file);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
}

async function importCsv({ admin }: TestStore, content: string): Promise<void> {
  const answer = await admin.graphql<{
    planogramImport: { version: { id: string } | null; problems: unknown[] };
  }>(
    `mutation ($input: PlanogramImportInput!) { planogramImport(input: $input) {
      version { id } problems { path message } } }`,
    { input: { content } },
  );
  expect(answer.planogramImport).toMatchObject({ version: { id: expect.any(String) }, problems: [] });
}

/** Imports both versions, as versions of a store's own planogram. */
async function makeVersions(name: string): Promise<{ store: TestStore; from: string; to: string }> {
  const store = await makeStore(name);
  const [from, to] = [`${store.code}-1`, `${store.code}-2`];
  await importCsv(store, earlier(store.code, from));
  await importCsv(store, later(store.code, to));
  return { store, from, to };
}

test('a manager reads what is wrong with a file, corrects it, and sees the version drawn', async ({
  page,
}) => {
  const store = await makeStore('import');
  const label = `${store.code}-1`;
  await signInAs(page, 'manager');
  await page.goto('/planograms');
  await page.getByRole('button', { name: 'Import…' }).click();
  const good = earlier(store.code, label);
  await importFile(page, good.replace('Tea one,2', 'Tea one,2.5').replace('1,3,T3', '1,x,T3'));
  const problems = page.getByRole('alert', { name: 'What is wrong with the file' });
  await expect(problems).toContainText('Read as CSV');
  await expect(problems.getByRole('row', { name: /line 2, column "h_facings"/ })).toContainText('2.5');
  await expect(problems.getByRole('row', { name: /line 4, column "position"/ })).toBeVisible();

  await importFile(page, good);
  await expect(page.getByText(`${label} is imported`)).toBeVisible();
  await page.getByRole('link', { name: 'Open the version' }).click();
  await expect(page).toHaveURL(`/planograms/${label}`);
  const drawing = page.getByRole('group', { name: `Planogram version ${label}` });
  await expect(drawing.getByRole('button')).toHaveCount(5);
  await drawing.getByRole('button', { name: 'Tea five, shelf 2, slot 2' }).click();
  const row = page.getByRole('row', { name: /Tea five/ });
  await expect(row.getByRole('button', { name: 'Tea five' })).toHaveAttribute('aria-pressed', 'true');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  expect((await downloading).suggestedFilename()).toBe(`${label}.csv`);
});

test('two versions are compared on their drawings, and a mapping is created from the comparison', async ({
  page,
}) => {
  const { from, to } = await makeVersions('compare');
  await signInAs(page, 'manager');
  await page.goto('/planograms');
  await page.getByRole('textbox', { name: 'Search' }).fill(to.toUpperCase());
  await expect(page).toHaveURL(`/planograms?q=${to.toUpperCase()}`);
  await expect(page.getByRole('link', { name: from, exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: to, exact: true }).click();
  await page.getByRole('link', { name: `Compare ${from} with ${to}` }).click();
  await expect(page.getByText('2 traded places')).toBeVisible();

  const before = page.getByRole('group', { name: `Planogram version ${from}` });
  const after = page.getByRole('group', { name: `Planogram version ${to}` });
  await before.getByRole('button', { name: /^Substituted: Tea five/ }).click();
  await expect(after.getByRole('button', { name: /^Substituted: Tea six/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(after.getByRole('button', { name: /^New: Tea seven/ })).toBeVisible();
  await page
    .getByRole('group', { name: 'Show only' })
    .getByRole('button', { name: /^Facings/ })
    .click();
  await expect(after.getByRole('button', { name: /^Facings: Tea three/ })).toBeVisible();
  await expect(after.getByRole('button', { name: /^New/ })).toHaveCount(0);

  const mapping = page.getByRole('region', { name: 'Mapping' });
  await expect(mapping).toContainText('These versions are not mapped yet');
  await mapping.getByRole('button', { name: 'Propose from the comparison' }).click();
  await mapping.getByRole('button', { name: /^Add an alias for .*Tea five/ }).click();
  await mapping.getByLabel('Until, that day included').fill('');
  await mapping.getByRole('button', { name: 'Save the mapping' }).click();
  const alias = mapping.getByRole('listitem').filter({ hasText: 'no date yet' });
  await expect(alias.getByRole('alert')).toContainText('until when');
  await mapping.getByLabel('Until, that day included').fill('2099-12-31');
  await mapping.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(mapping).toContainText(/7 entries saved by \S+@\S+, /);
  await expect(mapping.getByRole('listitem').filter({ hasText: 'until 2099-12-31' })).toContainText('Alias');

  await mapping.getByRole('button', { name: 'Remove…' }).click();
  await mapping.getByRole('button', { name: 'Remove the mapping' }).click();
  await expect(mapping).toContainText('None saved');
});

test('a version is activated for a group of stores, and captures that waited for it continue', async ({
  page,
}) => {
  const { store, from, to } = await makeVersions('activate');
  const { sendPhoto } = await submit(store, 1, { planogram_version: to });
  await sendPhoto();
  await signInAs(page, 'manager');
  await page.goto(`/planograms/${to}`);
  await page.getByRole('button', { name: 'Activate…' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Activate now' });
  await expect(confirm).toBeDisabled();
  // The only aisle of the planogram is suggested.
  await expect(dialog.getByLabel('Aisle')).toHaveValue(store.aisle);

  await dialog.getByRole('button', { name: 'Create or change groups' }).click();
  await dialog.getByRole('button', { name: 'New group…' }).click();
  await dialog.getByLabel('Name').fill(`Group ${store.code}`);
  await dialog.getByLabel('Code').fill(`group-${store.code}`);
  await dialog.getByRole('textbox', { name: 'Stores', exact: true }).fill(store.code);
  await dialog.getByRole('button', { name: 'Save the group' }).click();
  await expect(page.getByText('Group saved')).toBeVisible();
  await dialog.getByRole('button', { name: 'Back to the activation' }).click();

  await expect(dialog.getByLabel('Aisle')).toHaveValue(store.aisle);
  await dialog.getByRole('combobox', { name: 'Store groups' }).fill(store.code);
  await page.getByRole('option', { name: `Group ${store.code} (1)` }).click();
  const follows = dialog.getByRole('region', { name: 'Consequences' });
  await expect(follows).toContainText('1 bay will follow this version instead of another one.');
  await expect(follows.getByRole('row', { name: new RegExp(store.code) })).toContainText(store.label);
  // The photo has reached the version gate when the preview counts it.
  await expect(follows).toContainText('1 capture in the drift queue will be released', { timeout: 60_000 });
  await confirm.click();
  await expect(page.getByText(`${to}: 1 bay activated`)).toBeVisible();
  const history = page.getByRole('region', { name: 'Where it was active' });
  await expect(history.getByRole('row', { name: new RegExp(store.code) })).toContainText('active now');
  await page.goto(`/captures?store=${store.code}`);
  const scored = page.getByRole('row').filter({ hasText: 'Scored' });
  await expect(scored).toHaveCount(1, { timeout: 60_000 });
  await scored.getByRole('link').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Azure planogram match, as the guide/ }).click();
  const match = await downloading;
  expect(match.suggestedFilename()).toMatch(new RegExp(`^${store.code}_.*azure-match\\.json$`));
  const { matchedResultsPerPosition } = JSON.parse(await readFile(await match.path(), 'utf8'));
  expect(matchedResultsPerPosition).toHaveLength(6);

  await page.goto(`/planograms/${from}`);
  await page.getByRole('button', { name: 'Activate…' }).click();
  await expect(dialog.getByLabel('Aisle')).toHaveValue(store.aisle);
  await dialog.getByRole('combobox', { name: 'Single stores' }).fill(store.code);
  await page.getByRole('option', { name: new RegExp(store.code) }).click();
  await dialog.getByLabel('At a time').check();
  await dialog.getByLabel('Time of the activation').fill('2099-01-01T06:00');
  await expect(follows).toContainText('1 bay will follow this version');
  await dialog.getByRole('button', { name: 'Plan the activation' }).click();
  const planned = page.getByRole('region', { name: 'Activations of several bays or at a time' });
  await expect(planned).toContainText(`aisle ${store.aisle} in store ${store.code}`);
  await planned.getByRole('button', { name: `Cancel the activation of ${from}` }).click();
  await planned.getByRole('button', { name: 'Cancel the activation' }).click();
  await expect(planned).toContainText('Cancelled');
  await expect(planned.getByRole('button')).toHaveCount(0);
});

test('an analyst reads planograms, comparison and mapping, and sees why changes are not allowed', async ({
  page,
}) => {
  const { from, to } = await makeVersions('read');
  await signInAs(page, 'analyst');
  await page.goto(`/planograms?q=${to}`);
  await expect(page.getByText('your role does not include importing or activating them')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import…' })).toHaveCount(0);
  await page.getByRole('link', { name: to, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(to);
  await expect(page.getByRole('button', { name: 'Activate…' })).toHaveCount(0);
  await page.goto(`/planograms/${to}?against=${from}`);
  const mapping = page.getByRole('region', { name: 'Mapping' });
  await expect(mapping).toContainText('These versions are not mapped yet');
  await expect(mapping.getByRole('button')).toHaveCount(0);
});
