import { expect, test } from 'vitest';
import { readDeclared } from './payload-declared.ts';
import { payloadV1, payloadV2 } from './payload-examples.testing.ts';

test('what a device declared is read from a stored payload of either version', () => {
  const said = { mime_type: 'image/png', byte_length: 7 };
  expect(readDeclared({ ...payloadV1, ...said })).toEqual({
    mimeType: 'image/png',
    byteLength: 7,
    deviceModel: null,
  });
  const v2 = {
    ...payloadV2,
    device: { ...payloadV2.device, model: 'Axis M3067' },
    photo: { ...payloadV2.photo, ...said },
  };
  expect(readDeclared(v2)).toEqual({ mimeType: 'image/png', byteLength: 7, deviceModel: 'Axis M3067' });
});

test.each(['image/jpg', 'image/pjpeg', 'IMAGE/JPEG', ' image/jpeg '])('%s declares a JPEG', (mime_type) => {
  expect(readDeclared({ ...payloadV1, mime_type }).mimeType).toBe('image/jpeg');
});

test.each([[null], ['x'], [[]], [{}], [{ schema_version: 9 }], [{ mime_type: 7 }]])(
  '%j declares nothing',
  (raw) => {
    expect(readDeclared(raw)).toEqual({ mimeType: null, byteLength: null, deviceModel: null });
  },
);
