import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { instance } from './instance.ts';
import { makeStore, submit } from './world.ts';

test('one trace id leads from the submission in the API to the score in the worker', async () => {
  const store = await makeStore('trace');
  const { captureId, sendPhoto } = await submit(store, 5);
  await sendPhoto();
  const uuid = Buffer.from(captureId ?? '', 'base64')
    .toString()
    .split(':')[1];

  await expect
    .poll(async () => (await linesOf('worker', uuid)).some((line) => line.to === 'SCORED'), {
      timeout: 60_000,
    })
    .toBe(true);
  const [submitted] = await linesOf('api', uuid);
  expect(submitted).toMatchObject({ msg: 'capture submitted', outcome: 'ACCEPTED' });
  expect(submitted?.traceId).toMatch(/^[0-9a-f]{32}$/);
  const traceIds = (await linesOf('worker', uuid)).map((line) => line.traceId);
  expect(new Set(traceIds)).toEqual(new Set([submitted?.traceId]));
});

async function linesOf(process: string, captureId: string | undefined): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(instance.dataDir, 'logs', `${process}.log`), 'utf8');
  return text
    .split('\n')
    .filter((line) => captureId !== undefined && line.includes(captureId))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
