export type { SandboxState } from './answer-control.ts';
export {
  type CloudFault,
  type FaultKind,
  type FaultsJson,
  faultKinds,
  type Provider,
  providers,
} from './fault.ts';
export type { KnownPhotoJson } from './known-photo.ts';
export { knownPhotoOf, otherProductLabel } from './known-photo-of.ts';
export { registerPhoto } from './register-photo.ts';
export {
  openSandboxCloud,
  type SandboxCloud,
  type SandboxCloudOptions,
  sandboxModels,
} from './sandbox-cloud.ts';
