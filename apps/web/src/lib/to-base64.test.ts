import { expect, test } from 'vitest';
import { toBase64 } from './to-base64.ts';

test.each([0, 1, 8_191, 8_192, 8_193, 40_000])('%i bytes of any value survive', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256);
  expect([...Buffer.from(toBase64(bytes), 'base64')]).toEqual([...bytes]);
});
