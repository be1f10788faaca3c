export type { SandboxState } from './control.ts';
export {
  type CloudFault,
  type FaultKind,
  type FaultsJson,
  faultKinds,
  type Provider,
  providers,
} from './fault.ts';
export type { KnownPhotoJson } from './known-photo.ts';
export {
  openSandboxCloud,
  type SandboxCloud,
  type SandboxCloudOptions,
  sandboxModels,
} from './sandbox-cloud.ts';
export { tellTruth } from './tell-truth.ts';
export { otherProductLabel, truthOfCapture } from './truth-of-capture.ts';
