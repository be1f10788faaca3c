import { expect, test } from 'vitest';
import { followInstall } from './follow-install/follow-install.ts';
import { readSteps } from './follow-install/read-steps.ts';

test('the shell blocks of a document are read with their sections', () => {
  const text = '# A\n## B\n```sh\none\ntwo\n```\n```json\n{}\n```\n## C\n```sh\nthree\n```\n';
  expect(readSteps(text)).toEqual([
    { section: 'B', commands: 'one\ntwo' },
    { section: 'C', commands: 'three' },
  ]);
});

test('docs/operations/install.md leads from a fresh folder to the first score, word for word', {
  timeout: 240_000,
}, async () => {
  const followed: string[] = [];
  const printed = await followInstall(false, (line) => followed.push(line));
  expect(followed.join('\n')).toMatch(/npm ci[\s\S]*npm start[\s\S]*npm run admin[\s\S]*npm run capture/);
  expect(printed).toContain('SCORED');
  // The packshots arrived too: without them tier 3 knows no product.
  const [, percent] = /^score ([\d.]+) %/m.exec(printed) ?? [];
  expect(Number(percent), printed).toBeGreaterThan(50);
});
