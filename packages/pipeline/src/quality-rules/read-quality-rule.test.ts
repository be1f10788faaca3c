import { qualityRule, store } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { expect, test } from 'vitest';
import { builtInQualityRule } from './quality-rule.ts';
import { readQualityRule } from './read-quality-rule.ts';

const { db } = await createTestDatabase('quality_rule');
const [first, other] = await db
  .insert(store)
  .values([
    { code: '1', name: 'One' },
    { code: '2', name: 'Two' },
  ])
  .returning();
const storeId = first?.id ?? '';
const otherId = other?.id ?? '';

async function addRule(scope: { storeId?: string; deviceModel?: string }): Promise<string> {
  const [row] = await db
    .insert(qualityRule)
    .values({
      ...scope,
      minShortSidePx: 720,
      minSharpness: 60,
      maxAspect: 2,
      maxRetries: 1,
      finalPolicy: 'DEAD_LETTER',
      note: 'test',
      createdBy: 'test',
    })
    .returning();
  return row?.id ?? '';
}

test('the most specific scope applies (store and model, store, model, all), with its newest rule', async () => {
  const ruleFor = async (storeId: string, deviceModel: string | null) =>
    (await readQualityRule(db, { storeId, deviceModel })).id;
  expect(await readQualityRule(db, { storeId, deviceModel: 'Axis P3' })).toEqual(builtInQualityRule);

  const forAll = await addRule({});
  expect(await ruleFor(storeId, null)).toBe(forAll);
  const ofModel = await addRule({ deviceModel: 'Axis P3' });
  expect([await ruleFor(storeId, 'AXIS p3'), await ruleFor(storeId, 'Axis P4')]).toEqual([ofModel, forAll]);
  const ofStore = await addRule({ storeId });
  expect([await ruleFor(storeId, 'Axis P3'), await ruleFor(otherId, 'Axis P3')]).toEqual([ofStore, ofModel]);
  const ofBoth = await addRule({ storeId, deviceModel: 'Axis P3' });
  expect(await ruleFor(storeId, 'Axis P3')).toBe(ofBoth);
  expect(await ruleFor(storeId, null)).toBe(ofStore);
  const newer = await addRule({ storeId, deviceModel: 'axis p3' });
  expect(await ruleFor(storeId, 'Axis P3')).toBe(newer);

  expect(await readQualityRule(db, { storeId, deviceModel: 'Axis P3' })).toEqual({
    id: newer,
    thresholds: { minShortSidePx: 720, minSharpness: 60, maxAspect: 2 },
    maxRetries: 1,
    finalPolicy: 'DEAD_LETTER',
  });
});
