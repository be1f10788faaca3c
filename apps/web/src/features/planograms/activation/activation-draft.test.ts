import { expect, test } from 'vitest';
import { newActivation, toActivationInput } from './activation-draft.ts';

test('no activation is sent before an aisle and stores or groups are chosen', () => {
  expect(toActivationInput('v', { ...newActivation(''), groupCodes: ['north'] })).toBeNull();
  expect(toActivationInput('v', newActivation('D01'))).toBeNull();
  expect(toActivationInput('v', { ...newActivation(' D01 '), groupCodes: ['north'] })).toEqual({
    label: 'v',
    aisle: 'D01',
    storeCodes: [],
    groupCodes: ['north'],
  });
});

test('a later activation needs a time, which is sent as an instant', () => {
  const later = { ...newActivation('D01'), storeCodes: ['4102'], when: 'later' as const };
  expect(toActivationInput('v', later)).toBeNull();
  const at = toActivationInput('v', { ...later, localMinute: '2030-01-02T03:04' })?.at;
  expect(at).toBe(new Date('2030-01-02T03:04').toISOString());
});
