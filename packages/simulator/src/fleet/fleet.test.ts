import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tidyRates } from '../shelf/deviation.ts';
import { demoWorld } from '../world/demo-world.ts';
import { ApiRefusal } from './api-client.ts';
import { type Fault, type FaultRates, noFaults } from './capture-plan.ts';
import { createFleet, type Fleet } from './fleet.ts';
import { type InMemoryApi, openInMemoryApi } from './in-memory-api.testing.ts';
import { freshState, readState } from './set-up-state.ts';
import { setUpReferenceImages, setUpWorld } from './set-up-world.ts';
import { signIn } from './sign-in.ts';
import { silentLog } from './simulator-log.ts';

const { signal } = new AbortController();
const person = {
  email: 'admin@demo.gondola.local',
  password: 'right password',
  origin: 'http://localhost:3000',
};
/** One small category: the set-up uploads forty pictures instead of a hundred and sixty. */
const whole = demoWorld();
const world = {
  ...whole,
  versions: new Map([...whole.versions].filter(([label]) => label.startsWith('snacks'))),
  stores: whole.stores.map((store) => ({
    ...store,
    bays: store.bays.filter((bay) => bay.label.startsWith('snacks')),
  })),
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gondola-simulator-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function setUp(api: InMemoryApi, file: string) {
  const ready: string[] = [];
  const stateFile = join(folder, file);
  const work = {
    apiUrl: api.url,
    world,
    admin: await signIn(api.url, person, signal),
    state: await readState(stateFile, api.url),
    stateFile,
    log: silentLog,
    signal,
    onReady: (label: string) => void ready.push(label),
  };
  const deviceKeys = await setUpWorld(work);
  return { work, ready, deviceKeys, stateFile };
}

function fleetOf(
  api: InMemoryApi,
  deviceKeys: ReadonlyMap<string, string>,
  faults: Partial<FaultRates> = {},
  opening: (Fault | null)[] = [],
): Fleet {
  let second = 0;
  return createFleet({
    apiUrl: api.url,
    world,
    deviceKeys,
    isReady: () => true,
    faults: { ...noFaults, ...faults },
    opening,
    rates: tidyRates,
    seed: 'test',
    now: () => new Date(Date.UTC(2026, 10, 23, 8, 0, second++)),
    log: silentLog,
    signal,
    retryPolicy: { tries: 6, firstPauseMs: 1, maxPauseMs: 5 },
    photo: { size: { width: 240, height: 300 } },
  });
}

describe('the set-up', () => {
  test('creates stores, keys, versions, active bays and reference images, each once over two runs', {
    timeout: 30_000,
  }, async () => {
    await using api = await openInMemoryApi();
    const first = await setUp(api, 'twice.json');
    await setUpReferenceImages(first.work);
    expect([...api.stores.keys()]).toEqual(['0421', '0422', '0507']);
    expect([...api.versions.keys()]).toEqual(['snacks-2026-46', 'snacks-2026-47']);
    expect(api.active.get('0421/A12-B03')).toEqual(['snacks-2026-46', 'snacks-2026-47']);
    expect(api.active.get('0507/A01-B01')).toEqual(['snacks-2026-47']);
    expect(api.pictures.size).toBe(40);
    expect(first.ready).toEqual(['snacks-2026-46', 'snacks-2026-47']);
    expect((await stat(first.stateFile)).mode & 0o777).toBe(0o600);

    api.pictures.clear();
    const again = await setUp(api, 'twice.json');
    await setUpReferenceImages(again.work);
    expect(again.deviceKeys).toEqual(first.deviceKeys);
    expect(api.keys.size).toBe(3);
    expect(api.active.get('0421/A12-B03')).toHaveLength(2);
    expect(api.pictures.size).toBe(0);
    expect(again.ready).toEqual(['snacks-2026-46', 'snacks-2026-47']);
  });

  test('starts from scratch when the saved keys are no longer valid', async () => {
    await using api = await openInMemoryApi();
    const first = await setUp(api, 'anew.json');
    api.keys.clear();
    api.active.clear();
    const again = await setUp(api, 'anew.json');
    expect(again.deviceKeys).not.toEqual(first.deviceKeys);
    expect(api.active.size).toBe(3);
  });

  test('ignores the state file of another API, and a broken one', async () => {
    expect(await readState(join(folder, 'none.json'), 'http://a')).toEqual(freshState('http://a'));
    await using api = await openInMemoryApi();
    const { stateFile } = await setUp(api, 'other.json');
    expect(await readState(stateFile, 'http://another')).toEqual(freshState('http://another'));
  });

  test('a wrong password is refused without retries', async () => {
    await using api = await openInMemoryApi();
    await expect(signIn(api.url, { ...person, password: 'wrong' }, signal)).rejects.toThrow(ApiRefusal);
  });
});

describe('submitting', () => {
  test('a good capture is uploaded whole and submitted with every field of the contract', async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'good.json')).deviceKeys);
    const handed = await fleet.submitNext();
    expect(handed?.results).toMatchObject([{ outcome: 'ACCEPTED', problems: [] }]);
    const [payload] = api.received;
    expect(payload).toMatchObject({
      schema_version: 1,
      store_id: handed?.plan.store.code,
      aisle: handed?.plan.aisle,
      planogram_version: 'snacks-2026-47',
      mime_type: 'image/jpeg',
    });
    expect(payload?.timestamp).toMatch(/^2026-11-23T0[89]:00:00\.000\+0[01]:00$/);
    // Each look at the test's clock takes a second.
    expect(Date.parse(String(payload?.sent_at)) - Date.parse(String(payload?.timestamp))).toBe(1_000);
    expect(payload?.device_mac).toMatch(/^02(:[0-9A-F]{2}){5}$/);
    expect(payload?.capture_resolution).toMatch(/^(240x300|300x240)$/);
    const upload = api.uploads.get(String(payload?.upload_id));
    expect(upload?.sha256).toBe(payload?.sha256);
    expect(upload?.bytes?.length).toBe(payload?.byte_length);
    expect(fleet.captures()).toHaveLength(1);
  });

  test('cut connections, lost answers, 429 and 5xx lose no capture and duplicate none', {
    timeout: 30_000,
  }, async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'mishaps.json')).deviceKeys);
    const mishaps = ['broken', 'cut', null, 'busy', 'answer-lost', null, null, 'answer-lost', null] as const;
    let request = 0;
    api.mishap = () => mishaps[request++ % mishaps.length] ?? null;
    for (let i = 0; i < 6; i++) await fleet.submitNext();
    expect(api.captures.size).toBe(6);
    expect(api.received.length).toBeGreaterThan(6);
    for (const { payload } of api.captures.values())
      for (const sent of api.received.filter((p) => p.timestamp === payload.timestamp))
        expect(sent).toEqual(payload);
  });

  test('a duplicate is sent twice and remembered once', async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'duplicate.json')).deviceKeys, { duplicate: 1 });
    const handed = await fleet.submitNext();
    expect(handed?.results.map((r) => r.outcome)).toEqual(['ACCEPTED', 'DUPLICATE']);
    expect(fleet.captures()).toHaveLength(1);
  });

  test('a payload without a required field is dead-lettered and not remembered', async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'missing.json')).deviceKeys, { missingField: 1 });
    for (let i = 0; i < 4; i++) expect((await fleet.submitNext())?.results[0]?.outcome).toBe('DEAD_LETTERED');
    expect(fleet.captures()).toEqual([]);
  });

  test('a stale camera names the version that its shelf follows; with silent drift it names another one', async () => {
    await using api = await openInMemoryApi();
    const { deviceKeys } = await setUp(api, 'stale.json');
    const stale = await fleetOf(api, deviceKeys, { staleVersion: 1 }).submitNext();
    expect(stale?.plan).toMatchObject({
      taggedLabel: 'snacks-2026-46',
      shelfLabel: 'snacks-2026-46',
      aisle: 'A12-B03',
    });
    const drifting = fleetOf(api, deviceKeys, { silentDrift: 1 });
    expect((await drifting.submitNext())?.plan).toMatchObject({
      taggedLabel: 'snacks-2026-47',
      shelfLabel: 'snacks-2026-46',
    });
    expect(drifting.captures()[0]?.truth ?? null).toBeNull();
  });

  test('the first captures have the faults of the opening, in order', async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'opening.json')).deviceKeys, {}, [null, 'missingField']);
    const outcomes: string[] = [];
    for (let i = 0; i < 3; i++) outcomes.push((await fleet.submitNext())?.results[0]?.outcome ?? 'none');
    expect(outcomes).toEqual(['ACCEPTED', 'DEAD_LETTERED', 'ACCEPTED']);
  });

  test('an empty photo is uploaded as an empty file', async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'empty.json')).deviceKeys, { zeroBytes: 1 });
    expect((await fleet.submitNext())?.results[0]?.outcome).toBe('ACCEPTED');
    expect([...api.uploads.values()][0]?.bytes).toHaveLength(0);
  });

  test('the report compares the verdicts of the API with the truth of the same capture', async () => {
    await using api = await openInMemoryApi();
    const fleet = fleetOf(api, (await setUp(api, 'compare.json')).deviceKeys);
    for (let i = 0; i < 2; i++) await fleet.submitNext();
    const [first] = fleet.captures();
    if (!first?.truth) throw new Error('no truth');
    const verdicts = first.truth.positions.map(({ positionId, verdict }, i) => ({
      positionId,
      verdict: i === 0 ? 'MISSING' : verdict,
    }));
    api.scores.set(first.id, { score: 0.9, label: first.label, verdicts });
    const report = await fleet.compare();
    expect(report).toMatchObject({ captures: 1, right: report.positions - 1 });
    expect(report.perVerdict.MISSING).toEqual({ n: 0, precision: 0, recall: null });
    expect(report.meanScoreError).toBeCloseTo(0.1, 6);
  });
});
