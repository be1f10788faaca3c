import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PermissionScope } from '../generated/graphql.ts';
import { can } from './can.ts';

const viewer = (scope: PermissionScope) => ({ permissions: [{ act: 'CAPTURE_KEEP' as const, scope }] });

test('only an act that the API lists is permitted', () => {
  expect(can(viewer('ALL'), 'CAPTURE_KEEP')).toBe(true);
  expect(can(viewer('ALL'), 'CAPTURE_KEEP_RELEASE')).toBe(false);
  expect(can({ permissions: [] }, 'CAPTURE_KEEP')).toBe(false);
});

test('an unlimited permission covers each object, a limited one no object that is not known to be in its scope', () => {
  expect(can(viewer('ALL'), 'CAPTURE_KEEP', { storeCode: '4102' })).toBe(true);
  for (const scope of ['CATEGORIES', 'STORES'] as const) {
    expect(can(viewer(scope), 'CAPTURE_KEEP')).toBe(true);
    expect(can(viewer(scope), 'CAPTURE_KEEP', { storeCode: '4102' })).toBe(false);
  }
});

test('no file compares roles: the labels of roles are the only place that names them', () => {
  const source = join(import.meta.dirname, '..');
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
    (file) =>
      !file.startsWith('generated/') && file !== 'labels/role-labels.ts' && file !== 'lib/can.test.ts',
  );
  expect(files.length).toBeGreaterThan(100);
  const naming = /\b(ANALYST|CATEGORY_MANAGER|OPERATOR|ADMIN)\b|\brole\s*[!=]==/;
  expect(files.filter((file) => naming.test(readFileSync(join(source, file), 'utf8')))).toEqual([]);
});
