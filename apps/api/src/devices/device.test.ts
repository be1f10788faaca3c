import { capture, deadLetter, device } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { globalIdOf, uuidOf } from '../ids/node-id.ts';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('device_types');
const admin = await api.signIn('admin');
const { storeId, deviceKeyId, device: credential } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);
const [camera] = await api.db
  .insert(device)
  .values({ storeId, mac: '3c5ab4010203', clockErrorMs: -7_200_000, clockErrorSource: 'SENT_AT' })
  .returning();
await api.db
  .update(capture)
  .set({
    deviceId: camera?.id ?? '',
    firmware: '2.4.1',
    cameraModel: 'Axis M3067',
    sentAt: new Date('2026-11-24T05:01:00Z'),
    timeSource: 'CORRECTED_CLOCK',
    correctedTakenAt: new Date('2026-11-24T07:00:00Z'),
    declaredWidthPx: 640,
    declaredHeightPx: 480,
    metadataFlaws: ['RESOLUTION_DIFFERS'],
    qualityFlaws: ['TOO_BLURRED'],
  })
  .where(eq(capture.id, captureId));

test('a capture says its device, firmware, model, both times and which of them rules use', async () => {
  const answer = await api.ask(
    `query ($id: ID!) { capture(id: $id) { takenAt sentAt effectiveTakenAt timeSource firmware cameraModel
      declaredWidthPx declaredHeightPx metadataFlaws device { mac clockErrorMs clockErrorSource } } }`,
    { id: captureId },
    admin,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.capture).toEqual({
    takenAt: '2026-11-24T05:00:00.000Z',
    sentAt: '2026-11-24T05:01:00.000Z',
    effectiveTakenAt: '2026-11-24T07:00:00.000Z',
    timeSource: 'CORRECTED_CLOCK',
    firmware: '2.4.1',
    cameraModel: 'Axis M3067',
    declaredWidthPx: 640,
    declaredHeightPx: 480,
    metadataFlaws: ['RESOLUTION_DIFFERS'],
    device: { mac: '3c5ab4010203', clockErrorMs: -7_200_000, clockErrorSource: 'SENT_AT' },
  });
});

test('devices are listed with what their newest capture says of them, to people alone', async () => {
  const query = `{ devices(filter: { storeCode: "0421", clockErrorKnown: true }) { totalCount
    edges { node { mac store { code } keys { name } newestCapture { firmware cameraModel } } } } }`;
  const answer = await api.ask(query, {}, admin);
  expect(answer.data?.devices).toEqual({
    totalCount: 1,
    edges: [
      {
        node: {
          mac: '3c5ab4010203',
          store: { code: '0421' },
          keys: [],
          newestCapture: { firmware: '2.4.1', cameraModel: 'Axis M3067' },
        },
      },
    ],
  });
  expect((await api.ask(query, {}, credential)).errors).not.toEqual([]);
});

test.each([
  ['{ firmware: "2.4.1" }', 1],
  ['{ firmware: "2.4" }', 0],
  ['{ cameraModel: "axis m3067" }', 1],
  ['{ cameraModel: "axis", firmware: "2.4.1" }', 0],
  ['{ takenAfter: "2026-11-24T06:00:00Z" }', 1],
  ['{ takenBefore: "2026-11-24T06:00:00Z" }', 0],
])('the filter %s of captures finds %i', async (filter, totalCount) => {
  const answer = await api.ask(`{ captures(filter: ${filter}) { totalCount } }`, {}, admin);
  expect(answer.data?.captures).toEqual({ totalCount });
});

test('captures, flaws and dead letters are counted by firmware and model', async () => {
  const letter = (reason: 'FIELD_MISSING' | 'PHOTO_CORRUPT', n: number) => ({
    stage: 'intake' as const,
    reason,
    problems: [],
    rawPayload: '{}',
    payloadSha256: `${reason}${n}`,
    storeId,
    firmware: '2.4.1',
    cameraModel: 'Axis M3067',
  });
  await api.db
    .insert(deadLetter)
    .values([
      letter('FIELD_MISSING', 1),
      letter('FIELD_MISSING', 2),
      { ...letter('PHOTO_CORRUPT', 3), firmware: '3.0' },
    ]);
  const answer = await api.ask(
    `{ firmwareFigures(storeCode: "0421") { firmware cameraModel captures qualityFlaws { flaw count }
      metadataFlaws { flaw count } deadLetters { reason count } } }`,
    {},
    admin,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.firmwareFigures).toEqual(
    expect.arrayContaining([
      {
        firmware: '2.4.1',
        cameraModel: 'Axis M3067',
        captures: 1,
        qualityFlaws: [{ flaw: 'TOO_BLURRED', count: 1 }],
        metadataFlaws: [{ flaw: 'RESOLUTION_DIFFERS', count: 1 }],
        deadLetters: [{ reason: 'FIELD_MISSING', count: 2 }],
      },
      {
        firmware: '3.0',
        cameraModel: 'Axis M3067',
        captures: 0,
        qualityFlaws: [],
        metadataFlaws: [],
        deadLetters: [{ reason: 'PHOTO_CORRUPT', count: 1 }],
      },
    ]),
  );
  const elsewhere = await api.ask('{ firmwareFigures(storeCode: "none") { captures } }', {}, admin);
  expect(elsewhere.data?.firmwareFigures).toEqual([]);
});

test('dead letters are filtered by firmware', async () => {
  const count = async (filter: string) =>
    (await api.ask(`{ deadLetters(filter: ${filter}) { totalCount } }`, {}, admin)).data?.deadLetters;
  expect(await count('{ firmware: "3.0" }')).toEqual({ totalCount: 1 });
  expect(await count('{ firmware: "2.4.1", cameraModel: "AXIS M3067" }')).toEqual({ totalCount: 2 });
});

test('a device without a MAC outlives its key: the replacing key is of the same device', async () => {
  const create = async (input: object) => {
    const answer = await api.ask(
      `mutation ($input: DeviceKeyCreateInput!) { deviceKeyCreate(input: $input) {
        deviceKeyId secret userErrors { code field } } }`,
      { input: { storeCode: '0421', name: 'phone 2', ...input } },
      admin,
    );
    return partOf<{ deviceKeyId: string; secret: string; userErrors: object[] }>(answer, 'deviceKeyCreate');
  };
  const submit = async (authorization: Record<string, string>) => {
    const payload = {
      store_id: '0421',
      aisle: 'A1',
      timestamp: '2026-11-24T05:00:00Z',
      device_mac: '02:00:00:00:00:00',
      planogram_version: 'v1',
      capture_resolution: '640x480',
      image_url: 'https://photos.example/1.jpg',
      sha256: 'a'.repeat(64),
    };
    const answer = await api.ask(
      `mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) {
        results { outcome capture { id device { keys { name } } } } } }`,
      { captures: [payload] },
      authorization,
    );
    expect(answer.errors).toEqual([]);
    return partOf<{ results: { outcome: string; capture: { id: string } }[] }>(answer, 'captureSubmit')
      .results[0];
  };
  const first = await submit(credential);
  expect(first).toMatchObject({ outcome: 'ACCEPTED', capture: { device: { keys: [{ name: 'camera' }] } } });
  const rotated = await create({ replaces: globalIdOf('DeviceKey', deviceKeyId) });
  expect(uuidOf('DeviceKey', rotated.deviceKeyId)).not.toBeNull();
  const again = await submit({ authorization: `Bearer ${rotated.secret}` });
  expect(again).toMatchObject({ outcome: 'DUPLICATE', capture: { id: first?.capture.id } });
  const stranger = await create({ name: 'other phone' });
  expect((await submit({ authorization: `Bearer ${stranger.secret}` }))?.outcome).toBe('ACCEPTED');
  const unknown = { code: 'DEVICE_KEY_UNKNOWN', field: ['replaces'] };
  expect((await create({ replaces: captureId })).userErrors).toEqual([unknown]);
});
