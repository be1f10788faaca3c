import { expect, test } from 'vitest';
import { openUploadTokens } from './upload-token.ts';

const facts = {
  id: '0197f3a0-0000-7000-8000-000000000001',
  storeId: '0197f3a0-0000-7000-8000-000000000002',
  expectedByteLength: 1234,
  expectedSha256: 'ab'.repeat(32),
  expiresAt: new Date('2026-11-24T10:00:00Z'),
};
const tokens = openUploadTokens('a secret of thirty-two characters');

test('a token is good for its own upload and names it', () => {
  const token = tokens.tokenOf(facts);
  expect(tokens.isTokenOf(token, facts)).toBe(true);
  expect(tokens.uploadIdIn(token)).toBe(facts.id);
});

test.each([
  ['upload', { id: '0197f3a0-0000-7000-8000-000000000003' }],
  ['store', { storeId: '0197f3a0-0000-7000-8000-000000000003' }],
  ['length', { expectedByteLength: 1235 }],
  ['hash', { expectedSha256: null }],
  ['expiry', { expiresAt: new Date('2026-11-24T10:00:01Z') }],
])('a token is not good for another %s', (_, other) => {
  expect(tokens.isTokenOf(tokens.tokenOf(facts), { ...facts, ...other })).toBe(false);
});

test('another secret makes other tokens, and what is no token names nothing', () => {
  const strange = openUploadTokens('another secret, which is as long').tokenOf(facts);
  expect(tokens.isTokenOf(strange, facts)).toBe(false);
  for (const text of ['', 'x', `${facts.id}.1.short`, '../../etc/passwd.1.2']) {
    expect(tokens.isTokenOf(text, facts)).toBe(false);
    expect(tokens.uploadIdIn(text)).toBeNull();
  }
});
