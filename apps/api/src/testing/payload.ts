/** A payload as a camera sends it, for a store; every call is another moment. */
export function payloadFor(storeCode: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  moment += 1000;
  return {
    schema_version: 1,
    store_id: storeCode,
    aisle: 'A12-B03',
    timestamp: new Date(moment).toISOString(),
    device_mac: '3C:5A:B4:01:02:03',
    planogram_version: 'snacks-2026-47',
    capture_resolution: '4032x3024',
    image_url: 'https://photos.example/1.jpg',
    ...more,
  };
}

let moment = Date.UTC(2026, 10, 23, 9, 15);
