import type { Role } from '@gondola/db';
import type { Actor } from '@gondola/pipeline/audit';
import { requestError } from '../errors/request-error.ts';

/** Who asks. A device is bound to one store by its key; the store never comes from what it sends. */
export type Viewer = Nobody | Person | Device;

export interface Nobody {
  kind: 'NOBODY';
}

export interface Person {
  kind: 'PERSON';
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface Device {
  kind: 'DEVICE';
  deviceKeyId: string;
  name: string;
  storeId: string;
  storeCode: string;
}

export const nobody: Nobody = { kind: 'NOBODY' };

/** The one store that a viewer is limited to, or null: a person sees all stores. */
export const storeLimit = (viewer: Viewer): string | null =>
  viewer.kind === 'DEVICE' ? viewer.storeId : null;

/** The device behind an act that only devices may do; the access policy has been asked already. */
export function deviceOf(viewer: Viewer): Device {
  if (viewer.kind !== 'DEVICE') throw requestError('FORBIDDEN', 'Only a device may do this.');
  return viewer;
}

/** The person behind an act that only people may do; the access policy has been asked already. */
export function personOf(viewer: Viewer): Person {
  if (viewer.kind !== 'PERSON') throw requestError('FORBIDDEN', 'Only a person may do this.');
  return viewer;
}

/** Returns the person behind an act as use-cases and the audit log know people. */
export function actorOf(viewer: Viewer): Actor {
  const { id, email, role } = personOf(viewer);
  return { name: email, userId: id, role };
}
