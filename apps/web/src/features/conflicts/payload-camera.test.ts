import { expect, test } from 'vitest';
import { payloadCamera } from './payload-camera.ts';

test('the camera is found in payloads of both schema versions', () => {
  expect(payloadCamera({ device_mac: '02:00:00:00:00:01' })).toBe('02:00:00:00:00:01');
  expect(payloadCamera({ schema_version: 2, device: { mac: '02:00:00:00:00:02' } })).toBe(
    '02:00:00:00:00:02',
  );
});

test('a payload without a camera, or no payload, has none', () => {
  for (const payload of [null, 'text', {}, { device: null }, { device: { mac: 7 } }])
    expect(payloadCamera(payload)).toBeNull();
});
