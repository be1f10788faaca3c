import { expect, test } from 'vitest';
import { toCaptureFilter } from './capture-filters.ts';

const none = {
  state: [],
  store: null,
  verdict: null,
  from: null,
  below: null,
  version: null,
  firmware: null,
  model: null,
};

test('a filter that is not set is not sent', () => {
  expect(toCaptureFilter(none)).toEqual({});
});

test('percentages in the address become rates, and zero is a bound', () => {
  expect(toCaptureFilter({ ...none, from: 0, below: 85 })).toEqual({ scoreAtLeast: 0, scoreBelow: 0.85 });
});

test('states, store, verdict and version have their API names', () => {
  expect(
    toCaptureFilter({ ...none, state: ['SCORED'], store: '4102', verdict: 'MISSING', version: 'a-1' }),
  ).toEqual({
    states: ['SCORED'],
    storeCode: '4102',
    verdict: 'MISSING',
    planogramVersion: 'a-1',
  });
});

test('firmware and camera model have their API names', () => {
  expect(toCaptureFilter({ ...none, firmware: '2.4.1', model: 'Axis M3067' })).toEqual({
    firmware: '2.4.1',
    cameraModel: 'Axis M3067',
  });
});
