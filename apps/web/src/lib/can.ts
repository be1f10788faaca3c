import type { PermissionAct } from '../generated/graphql.ts';
import type { Viewer } from './viewer.ts';

/** The object of an act, by what a permission can be limited to. */
export interface ActObject {
  storeCode?: string;
  /** Label of a planogram version, which belongs to a product category. */
  planogramVersion?: string;
}

/**
 * Returns whether a viewer may do an act: on this object or, without one, on any. The API decides who may do what; this
 * function only reads the permissions that the API returned.
 */
export function can(viewer: Pick<Viewer, 'permissions'>, act: PermissionAct, object?: ActObject): boolean {
  const permission = viewer.permissions.find((one) => one.act === act);
  switch (permission?.scope) {
    case undefined:
      return false;
    case 'ALL':
      return true;
    case 'CATEGORIES':
    case 'STORES':
      // A permission does not list its categories or stores yet, so no single object can be matched with it.
      return object === undefined;
  }
}

/** The explanation beside an action that the viewer may not do. */
export const notPermitted = 'Your role does not include this action';
