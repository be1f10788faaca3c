import { expect, test } from 'vitest';
import type { QualityRule } from './list-quality-rules.ts';
import { consequences, ruleInForce, ruleScopeLabel } from './rule-labels.ts';

const builtIn: QualityRule = {
  id: 'built-in',
  builtIn: true,
  deviceModel: null,
  minShortSidePx: 1080,
  minSharpness: 100,
  maxAspect: 3,
  maxRetries: 3,
  finalPolicy: 'SCORE_FLAGGED',
  note: '',
  createdBy: null,
  createdAt: null,
  store: null,
};
const store = { code: '4102', name: 'North', timeZone: 'Europe/Berlin' };
const ofStore: QualityRule = { ...builtIn, id: 's', builtIn: false, store };
const ofModel: QualityRule = { ...builtIn, id: 'm', builtIn: false, deviceModel: 'Axis P3' };
const ofBoth: QualityRule = { ...ofModel, id: 'b', store };

test('the narrowest scope applies, and a store before a model', () => {
  const rules = [ofModel, ofStore, ofBoth, builtIn];
  const scope = { storeCode: '4102', deviceModel: 'axis p3' };
  expect(ruleInForce(rules, scope)?.id).toBe('b');
  expect(ruleInForce([ofModel, ofStore, builtIn], scope)?.id).toBe('s');
  expect(ruleInForce([ofModel, builtIn], scope)?.id).toBe('m');
  expect(ruleInForce(rules, { storeCode: '9999', deviceModel: null })?.id).toBe('built-in');
  expect(ruleInForce([], scope)).toBeNull();
});

test('the consequences state what changes, for which photos and from when', () => {
  const [changes, from] = consequences({ storeCode: '4102', deviceModel: null }, builtIn, {
    ...builtIn,
    minSharpness: 80,
    finalPolicy: 'DEAD_LETTER',
  });
  expect(changes).toBe(
    'Changes for photos of store 4102 taken with any camera: sharpness 100 → 80, afterwards: reject it as a dead letter.',
  );
  expect(from).toContain('from the next check');
});

test('a rule equal to the one in force claims no change', () => {
  const [ofAll] = consequences({ storeCode: null, deviceModel: null }, builtIn, builtIn);
  expect(ofAll).toBe('Nothing changes for photos of every store taken with any camera.');
  const [ofOne] = consequences({ storeCode: '4102', deviceModel: null }, builtIn, builtIn);
  expect(ofOne).toContain('later changes of wider rules will not reach them');
});

test('a scope names the camera model only when it is limited to one', () => {
  expect(ruleScopeLabel({ storeCode: null, deviceModel: 'Axis P3' })).toBe(
    'photos of every store taken with the camera model Axis P3',
  );
});
