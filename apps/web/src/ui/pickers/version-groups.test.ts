import { expect, test } from 'vitest';
import { type ChoosablePlanogram, versionGroups } from './version-groups.ts';

const planogram = (code: string, ...labels: string[]): ChoosablePlanogram => ({
  id: code,
  code,
  name: `Shelf of ${code}`,
  versions: labels.map((label) => ({ label })),
});
const tea = planogram('tea', 'tea-1', 'tea-2');
const coffee = planogram('coffee', 'spring-1', 'autumn-1');
const labelsOf = (groups: ReturnType<typeof versionGroups>) =>
  groups.map(({ items }) => items.map(({ value }) => value));

test('versions are grouped by planogram, the newest first', () => {
  expect(versionGroups([tea, coffee], { search: '' })).toEqual([
    { group: 'Shelf of tea (tea)', items: ['tea-2', 'tea-1'].map((label) => ({ value: label, label })) },
    { group: 'Shelf of coffee (coffee)', items: expect.any(Array) },
  ]);
});

test('the own planogram comes first, once, and without the version itself', () => {
  const groups = versionGroups([tea, coffee], { search: '', own: coffee, leaveOut: 'autumn-1' });
  expect(labelsOf(groups)).toEqual([['spring-1'], ['tea-2', 'tea-1']]);
});

test('the own planogram is filtered by the search, as the API filters the others', () => {
  const own = (search: string) => labelsOf(versionGroups([], { search, own: coffee }));
  expect(own(' SPRING ')).toEqual([['spring-1']]);
  expect(own('coffee')).toEqual([['autumn-1', 'spring-1']]);
  expect(own('winter')).toEqual([]);
});

test('planograms with equal group names are distinguished', () => {
  const twins = [
    { ...tea, name: 'tea' },
    { ...coffee, code: 'tea', name: 'tea' },
  ];
  expect(versionGroups(twins, { search: '' }).map(({ group }) => group)).toEqual(['tea', 'tea (2)']);
});
