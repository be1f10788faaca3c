import { expect, test } from 'vitest';
import { cameraOf } from './camera-of.ts';

test('the camera is found in payloads of both schema versions', () => {
  expect(cameraOf({ device_mac: '02:00:00:00:00:01' })).toBe('02:00:00:00:00:01');
  expect(cameraOf({ schema_version: 2, device: { mac: '02:00:00:00:00:02' } })).toBe('02:00:00:00:00:02');
});

test('a payload that names no camera, or is none, gives nothing', () => {
  for (const payload of [null, 'text', {}, { device: null }, { device: { mac: 7 } }])
    expect(cameraOf(payload)).toBeNull();
});
