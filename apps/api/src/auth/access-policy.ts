import type { Role } from '@gondola/db';
import type { Viewer } from './viewer.ts';

type Holder = Role | 'device';

const people = ['analyst', 'category_manager', 'operator', 'admin'] as const;
const managers = ['category_manager', 'admin'] as const;
/** Whoever acts on what the pipeline shows; analysts work with scores. */
const reviewers = ['category_manager', 'operator', 'admin'] as const;
const operators = ['operator', 'admin'] as const;
const administrators = ['admin'] as const;
const devices = ['device'] as const;

/**
 * Who may do what: resolvers and routes ask here and nowhere else. Nobody (not signed in) may do nothing of it.
 * A device's acts reach only its own store: the queries add that, see `storeLimit`.
 */
export const accessPolicy = {
  captureSubmit: devices,
  captureUploadCreate: devices,
  uploadPut: devices,

  captureRead: [...people, 'device'],
  /** What a device sent may hold anything; analysts work with scores. The device wrote it itself. */
  rawPayloadRead: ['category_manager', 'operator', 'admin', 'device'],
  storeList: people,
  planogramList: people,
  driftList: people,
  deadLetterList: people,
  queueList: people,
  inferenceRead: people,

  conflictList: people,
  alertList: people,
  qualityRuleList: people,
  /** How a store system learns that a new photo is wanted: a device polls its own store's. */
  recaptureList: [...people, 'device'],

  waiverList: people,
  retentionRead: people,

  verdictOverrule: reviewers,
  waiverCreate: managers,
  waiverRevoke: managers,
  silentDriftDismiss: managers,
  captureKeep: reviewers,
  captureKeepRelease: reviewers,
  retentionPolicySet: operators,
  retentionDryRun: operators,
  integrityCheck: operators,

  recaptureRequest: reviewers,
  recaptureWithdraw: reviewers,
  alertAcknowledge: reviewers,
  alertClose: reviewers,
  qualityRuleSet: operators,
  rescoreOfferDismiss: reviewers,
  breakerIsolate: operators,
  breakerRestore: operators,
  breakerAuditRun: operators,
  breakerAuditDecide: operators,
  sandboxFaultSet: operators,

  planogramImport: managers,
  masterDataRead: people,
  /** Groups, bays, categories, planograms, products and assignments in bulk. Stores need storeCreate. */
  masterDataSave: managers,
  /** With what it would do, and taking a planned one back. */
  planogramVersionActivate: managers,
  versionMappingSave: managers,
  storeGroupSet: managers,
  productImagePut: managers,
  batchList: people,
  reprocessPreview: managers,
  reprocessStart: managers,
  reprocessAct: managers,
  rescoreOfferAccept: reviewers,

  payloadPatchPreview: operators,
  payloadPatchCreate: operators,
  deadLetterRecheck: operators,

  storeCreate: administrators,
  deviceKeyCreate: administrators,
  deviceKeyRevoke: administrators,
} as const satisfies Record<string, readonly Holder[]>;

export type Act = keyof typeof accessPolicy;
export const acts = Object.keys(accessPolicy) as Act[];

/** What part of the data a permission is limited to: all of it, some product categories, or some stores. */
export const permissionScopes = ['ALL', 'CATEGORIES', 'STORES'] as const;

export interface Permission {
  act: Act;
  scope: (typeof permissionScopes)[number];
}

export function may(viewer: Viewer, act: Act): boolean {
  if (viewer.kind === 'NOBODY') return false;
  const holder: Holder = viewer.kind === 'DEVICE' ? 'device' : viewer.role;
  return (accessPolicy[act] as readonly Holder[]).includes(holder);
}

/** Returns the acts that the policy grants a viewer. Roles are not limited to categories or stores today. */
export const permissionsOf = (viewer: Viewer): Permission[] =>
  acts.filter((act) => may(viewer, act)).map((act) => ({ act, scope: 'ALL' }));
