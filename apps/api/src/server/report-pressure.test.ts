import type { Pressure } from '@gondola/pipeline/intake';
import { expect, test } from 'vitest';
import { reportPressure } from './report-pressure.ts';

test('the log says once that new captures are refused and why, and once that they are accepted again', async () => {
  const full: Pressure = { code: 'DISK_FULL', message: 'The disk is full.', retryAfterSeconds: 60 };
  let pressure: Pressure | null = full;
  const lines: string[] = [];
  const say = (...parts: unknown[]) => void lines.push(String(parts.at(-1)));
  const end = reportPressure(async () => pressure, { warn: say, info: say }, 5);
  await expect.poll(() => lines).toEqual(['new captures are refused: The disk is full.']);
  pressure = null;
  await expect.poll(() => lines.at(-1)).toBe('new captures are accepted again');
  pressure = full;
  await expect.poll(() => lines).toHaveLength(3);
  await end();
});
