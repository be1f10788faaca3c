/**
 * Builds a payload that passes the schema gate. `ordinal` counts the seconds of its timestamp: another ordinal is another
 * capture.
 */
export const buildPayload = (ordinal: number, changes: Record<string, unknown> = {}) => ({
  schema_version: 1,
  store_id: '0421',
  aisle: 'A12-B03',
  timestamp: new Date(Date.UTC(2026, 10, 23, 9, 0, ordinal)).toISOString(),
  device_mac: '3C:5A:B4:01:02:03',
  planogram_version: 'snacks-2026-47',
  capture_resolution: '3000x4000',
  image_url: `https://photos.example/${ordinal}.jpg`,
  ...changes,
});

let ordinal = 0;

/** Builds the payload of another capture with each call. */
export const nextPayload = (
  storeCode: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> => buildPayload(++ordinal, { store_id: storeCode, ...changes });
