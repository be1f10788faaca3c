/** The same capture as devices of each version send it, for tests. */

export const payloadV1 = {
  schema_version: 1,
  store_id: '0421',
  aisle: 'A12-B03',
  timestamp: '2026-11-23T09:15:02.431+01:00',
  device_mac: '3C:5A:B4:01:02:03',
  planogram_version: 'snacks-2026-47',
  capture_resolution: '4032x3024',
  image_url: 'https://photos.example/1.jpg',
  battery: 0.82,
};

export const payloadV2 = {
  schema_version: 2,
  store_id: '0421',
  aisle: 'A12-B03',
  captured_at: '2026-11-23T09:15:02.431+01:00',
  planogram_version: 'snacks-2026-47',
  device: { mac: '3C:5A:B4:01:02:03', battery: 0.82 },
  photo: { url: 'https://photos.example/1.jpg', width: 4032, height: 3024 },
};
