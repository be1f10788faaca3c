export { createFileObjectStore } from './file-object-store.ts';
export {
  type ListedObject,
  ObjectDamaged,
  type ObjectStore,
  ObjectTooLarge,
  type StoredObject,
} from './object-store.ts';
export { openObjectStore } from './open-object-store.ts';
