/** Light entry point to stores, their groups and the keys of their devices. */

export { createDeviceKey } from './create-device-key.ts';
export { createStore } from './create-store.ts';
export { findUnknownStores } from './find-unknown-stores.ts';
export { revokeDeviceKey } from './revoke-device-key.ts';
export { type StoreGroupRow, setStoreGroup } from './set-store-group.ts';
