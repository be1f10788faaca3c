import { exportPlanogram } from '@gondola/pipeline/planogram';
import { renderPackshot } from '../art/packshot.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import type { DemoStore, DemoWorld } from '../world/demo-world.ts';
import { type ApiClient, ApiRefusal, createApiClient } from './api-client.ts';
import { freshState, type SetUpState, writeState } from './set-up-state.ts';
import type { SimulatorLog } from './simulator-log.ts';

export interface WorldSetUp {
  apiUrl: string;
  world: DemoWorld;
  /** Client of a person who may create stores, device keys and planograms. */
  admin: ApiClient;
  /** Updated after each step, here and in the file. */
  state: SetUpState;
  stateFile: string;
  log: SimulatorLog;
  signal: AbortSignal;
  /** Called once per version, when captures of it can be scored. */
  onReady: (label: string) => void;
}

interface UserErrors {
  userErrors: { code: string; message: string }[];
}

/**
 * Creates the demo world through the public API: stores, device keys, planograms and active versions. Existing objects stay
 * as they are. Returns the device keys by store code.
 */
export async function setUpWorld(setUp: WorldSetUp): Promise<Map<string, string>> {
  const { world, state, stateFile, log } = setUp;
  if (!(await areKeysValid(setUp))) Object.assign(state, freshState(setUp.apiUrl));
  const save = () => writeState(stateFile, state);

  for (const store of world.stores) await makeStore(setUp.admin, store);
  for (const store of world.stores) {
    if (state.deviceKeys[store.code]) continue;
    state.deviceKeys[store.code] = await makeDeviceKey(setUp.admin, store);
    await save();
  }
  for (const version of world.versions.values()) await importVersion(setUp.admin, world, version);
  for (const store of world.stores) {
    for (const bay of store.bays) {
      const key = `${store.code}/${bay.aisle}`;
      if (state.activatedBays.includes(key)) continue;
      // The older version first, so that the bay has a history.
      for (const label of [bay.staleLabel, bay.label])
        if (label !== null) await activate(setUp.admin, label, store.code, bay.aisle);
      state.activatedBays.push(key);
      await save();
    }
  }
  log.info({ stores: world.stores.length, versions: world.versions.size }, 'stores and planograms set up');
  return new Map(Object.entries(state.deviceKeys));
}

/** Uploads the reference images, version by version, and calls `onReady` when a version is complete. */
export async function setUpReferenceImages(setUp: WorldSetUp): Promise<void> {
  const { world, admin, state, stateFile, onReady, log } = setUp;
  const done = new Set(state.picturedSkus);
  for (const version of world.versions.values()) {
    for (const product of version.products) {
      if (done.has(product.sku)) continue;
      const { png } = await renderPackshot(product);
      const query = new URLSearchParams({ catalog: world.catalog, key: product.sku });
      await admin.put(`/product-images?${query}`, png, 'image/png');
      done.add(product.sku);
    }
    state.picturedSkus = [...done];
    await writeState(stateFile, state);
    onReady(version.label);
  }
  log.info({ images: done.size }, 'reference images set up');
}

/** Returns false when a saved key is unknown, as after the database was recreated: then the whole saved state is invalid. */
async function areKeysValid({ apiUrl, state, signal }: WorldSetUp): Promise<boolean> {
  for (const [code, secret] of Object.entries(state.deviceKeys)) {
    const device = createApiClient({ apiUrl, headers: { authorization: `Bearer ${secret}` }, signal });
    const answer = await device
      .graphql<{ viewer: { store: { code: string } | null } }>('{ viewer { store { code } } }', {})
      .catch((refusal: unknown) => {
        if (refusal instanceof ApiRefusal) return null;
        throw refusal;
      });
    if (answer?.viewer.store?.code !== code) return false;
  }
  return true;
}

async function makeStore(admin: ApiClient, { code, name, timeZone }: DemoStore): Promise<void> {
  const { storeCreate } = await admin.graphql<{ storeCreate: UserErrors }>(
    'mutation ($input: StoreCreateInput!) { storeCreate(input: $input) { userErrors { code message } } }',
    { input: { code, name, timeZone } },
  );
  throwOnErrors(
    storeCreate.userErrors.filter((e) => e.code !== 'STORE_EXISTS'),
    `store ${code}`,
  );
}

async function makeDeviceKey(admin: ApiClient, { code }: DemoStore): Promise<string> {
  const { deviceKeyCreate } = await admin.graphql<{
    deviceKeyCreate: UserErrors & { secret: string | null };
  }>(
    'mutation ($input: DeviceKeyCreateInput!) { deviceKeyCreate(input: $input) { secret userErrors { code message } } }',
    { input: { storeCode: code, name: 'Simulated cameras' } },
  );
  throwOnErrors(deviceKeyCreate.userErrors, `device key of store ${code}`);
  if (deviceKeyCreate.secret === null) throw new Error(`no device key for store ${code}`);
  return deviceKeyCreate.secret;
}

async function importVersion(admin: ApiClient, world: DemoWorld, bay: DemoBay): Promise<void> {
  const identity = {
    code: bay.category,
    label: bay.label,
    name: `${bay.category[0]?.toUpperCase()}${bay.category.slice(1)}`,
    catalog: world.catalog,
  };
  const { planogramImport } = await admin.graphql<{
    planogramImport: UserErrors & { problems: { message: string }[] };
  }>(
    'mutation ($input: PlanogramImportInput!) { planogramImport(input: $input) { problems { message } userErrors { code message } } }',
    { input: { format: 'GONDOLA', content: exportPlanogram(bay.planogram, identity), ...identity } },
  );
  throwOnErrors([...planogramImport.problems, ...planogramImport.userErrors], `planogram ${bay.label}`);
}

async function activate(admin: ApiClient, label: string, storeCode: string, aisle: string): Promise<void> {
  const { planogramVersionActivate } = await admin.graphql<{ planogramVersionActivate: UserErrors }>(
    'mutation ($input: PlanogramVersionActivateInput!) { planogramVersionActivate(input: $input) { userErrors { code message } } }',
    { input: { label, storeCode, aisle } },
  );
  throwOnErrors(planogramVersionActivate.userErrors, `${label} in ${storeCode} ${aisle}`);
}

function throwOnErrors(errors: { message: string }[], subject: string): void {
  if (errors.length > 0) throw new Error(`${subject}: ${errors.map((e) => e.message).join('; ')}`);
}
