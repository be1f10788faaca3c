let ordinal = 0;

/** Returns a camera's payload of about 500 bytes; each call is a new capture in one of 40 bays. */
export function makePayload(storeCode: string): Record<string, unknown> {
  ordinal += 1;
  return {
    schema_version: 1,
    store_id: storeCode,
    aisle: `A${ordinal % 40}-B03`,
    timestamp: new Date(Date.UTC(2026, 10, 23) + ordinal * 1000).toISOString(),
    device_mac: '3C:5A:B4:01:02:03',
    planogram_version: 'snacks-2026-47',
    capture_resolution: '4032x3024',
    image_url: `https://photos.example/${storeCode}/${ordinal}.jpg`,
    mime_type: 'image/jpeg',
    byte_length: 2_483_112,
    sha256: ordinal.toString(16).padStart(64, '0'),
    firmware: '2.4.1',
    battery: 0.82,
  };
}
