import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

test('a path of this app keeps its query', () => {
  expect(safePath('/captures?state=SCORED')).toBe('/captures?state=SCORED');
});

test('another site, a protocol-relative address and a backslash trick lead to the start page', () => {
  for (const path of [
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
  ])
    expect(safePath(path)).toBe('/');
});

test('the sign-in page is never the target after signing in', () => {
  expect(safePath('/sign-in?next=/sign-in')).toBe('/');
});
