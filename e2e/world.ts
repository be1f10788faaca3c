import { randomBytes } from 'node:crypto';
import { exportPlanogram } from '@gondola/pipeline/planogram';
import {
  type CaptureTruth,
  type DemoBay,
  demoWorld,
  ordinaryRates,
  type RenderedCapture,
  renderCapture,
  renderPackshot,
} from '@gondola/simulator';
import { type ApiClient, createApiClient, signIn } from '@gondola/simulator/client';
import { instance } from './instance.ts';

/** A store for one spec: specs share the instance, but never their data. */
export interface TestStore {
  code: string;
  aisle: string;
  bay: DemoBay;
  label: string;
  /** Sends requests as the store's camera. */
  camera: ApiClient;
  /** The camera's device key. */
  deviceKey: string;
  admin: ApiClient;
}

const signal = new AbortController().signal;
const bayLabel = 'cleaning-2026-47';
const aisle = 'D01-B01';
const demoBay = requireBay(bayLabel);

function requireBay(label: string): DemoBay {
  const bay = demoWorld().versions.get(label);
  if (bay === undefined) throw new Error(`no demo bay ${label}`);
  return bay;
}

/**
 * Makes a store with a camera, an active planogram version and reference images of its products.
 *
 * @param on another instance than the one that the specs share
 */
export async function makeStore(
  name: string,
  on: Pick<typeof instance, 'apiUrl' | 'webUrl'> = instance,
): Promise<TestStore> {
  const store = await makeStoreWithoutImages(name, on);
  packshots ??= renderPackshots();
  for (const { product, png } of await packshots) {
    const query = new URLSearchParams({ catalog: store.code, key: product.sku });
    await store.admin.put(`/product-images?${query}`, png, 'image/png');
  }
  return store;
}

/** Rendered once: the specs of one process share them. */
let packshots: ReturnType<typeof renderPackshots> | null = null;
const renderPackshots = () =>
  Promise.all(demoBay.products.map(async (product) => ({ product, ...(await renderPackshot(product)) })));

/** Makes a store whose photos need not be scored, which takes a fraction of the time. */
export async function makeStoreWithoutImages(
  name: string,
  on: Pick<typeof instance, 'apiUrl' | 'webUrl'> = instance,
): Promise<TestStore> {
  const admin = await signIn(
    on.apiUrl,
    { email: 'admin@demo.gondola.local', password: instance.password, origin: on.webUrl },
    signal,
  );
  const run = randomBytes(3).toString('hex');
  const code = `${name}-${run}`;
  const label = `${bayLabel}-${run}`;
  await mutate(admin, 'storeCreate', 'StoreCreateInput', 'store { id }', {
    code,
    name: `Store ${code}`,
    timeZone: 'Europe/Berlin',
  });
  const { secret } = await mutate<{ secret: string }>(
    admin,
    'deviceKeyCreate',
    'DeviceKeyCreateInput',
    'secret',
    {
      storeCode: code,
      name: 'camera',
    },
  );
  const store: TestStore = {
    code,
    aisle,
    bay: demoBay,
    label,
    deviceKey: secret,
    camera: createApiClient({
      apiUrl: on.apiUrl,
      headers: { authorization: `Bearer ${secret}` },
      signal,
    }),
    admin,
  };
  await importVersion(store, label);
  await activate(store, label);
  return store;
}

/** `planogram`: what the version plans; by default the demo bay. */
export const importVersion = (
  { admin, bay, code }: TestStore,
  label: string,
  planogram: DemoBay['planogram'] = bay.planogram,
) => {
  const identity = { code, label, name: `Cleaning ${code}`, catalog: code };
  return mutate(admin, 'planogramImport', 'PlanogramImportInput', 'version { id } problems { message }', {
    format: 'GONDOLA',
    content: exportPlanogram(planogram, identity),
    ...identity,
  });
};

/** Returns the bay with neighbours swapped, pair by pair along each shelf. */
export function withNeighboursExchanged(planogram: DemoBay['planogram']): DemoBay['planogram'] {
  const { positions } = planogram;
  return {
    ...planogram,
    positions: positions
      .map((position, at) => {
        const partner = positions[at % 2 === 0 ? at + 1 : at - 1];
        if (partner?.shelfNumber !== position.shelfNumber) return position;
        const { sequence } = partner;
        // Both stay within their common stretch of the shelf, however wide each of them is.
        const xMm =
          partner.xMm < position.xMm ? partner.xMm : partner.xMm + partner.widthMm - position.widthMm;
        return { ...position, sequence, xMm };
      })
      .toSorted((a, b) => a.shelfNumber - b.shelfNumber || a.sequence - b.sequence),
  };
}

export const activate = ({ admin, code }: TestStore, label: string) =>
  mutate(admin, 'planogramVersionActivate', 'PlanogramVersionActivateInput', 'bay { id }', {
    label,
    storeCode: code,
    aisle,
  });

/** A payload of the store's camera, as its first firmware wrote it. */
export const payloadOf = (store: TestStore, uploadId: string, takenAt: Date) => ({
  schema_version: 1,
  store_id: store.code,
  aisle: store.aisle,
  timestamp: takenAt.toISOString(),
  device_mac: '02:00:00:00:00:01',
  planogram_version: store.label,
  capture_resolution: '1200x1500',
  upload_id: uploadId,
});

/** Submits a payload without its photo: the capture exists and waits. `sendPhoto` sends the bytes. */
export async function submit(
  store: TestStore,
  seed: number,
  changes: Record<string, unknown> = {},
): Promise<{
  captureId: string | null;
  photo: RenderedCapture;
  truth: CaptureTruth;
  sendPhoto(): Promise<void>;
}> {
  const photo = await renderCapture(store.bay, seed, {
    rates: ordinaryRates,
    size: { width: 1200, height: 1500 },
  });
  const { jpeg, truth } = photo;
  const { uploadId, url } = await mutate<{ uploadId: string; url: string }>(
    store.camera,
    'captureUploadCreate',
    'CaptureUploadCreateInput',
    'uploadId url',
    { mimeType: 'image/jpeg', byteLength: jpeg.length },
  );
  const payload = { ...payloadOf(store, uploadId, new Date(Date.now() - seed * 1000)), ...changes };
  const { results } = await mutate<{ results: { capture: { id: string } | null }[] }>(
    store.camera,
    'captureSubmit',
    'CaptureSubmitInput',
    'results { outcome capture { id } }',
    { captures: [payload] },
  );
  return {
    captureId: results[0]?.capture?.id ?? null,
    photo,
    truth,
    sendPhoto: () => store.camera.put(url, jpeg, 'image/jpeg'),
  };
}

async function mutate<T>(
  client: ApiClient,
  field: string,
  inputType: string,
  selection: string,
  input: object,
): Promise<T> {
  const query = `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${selection} userErrors { message } } }`;
  const data = await client.graphql<Record<string, T & { userErrors: { message: string }[] }>>(query, {
    input,
  });
  const answer = data[field];
  if (!answer) throw new Error(`${field} gave no answer`);
  if (answer.userErrors.length > 0) throw new Error(answer.userErrors.map((e) => e.message).join('; '));
  return answer;
}
