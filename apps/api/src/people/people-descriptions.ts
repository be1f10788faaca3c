import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const peopleDescriptions = {
  'Query.viewer': 'The caller of this request, signed in or not.',
  Viewer: 'The caller of a request: a person, a device, or neither.',
  'Viewer.kind': 'Whether the caller is a person, a device, or neither.',
  'Viewer.name': 'The name of the person or of the device key; null for NOBODY.',
  'Viewer.email': 'The e-mail address of the person; null for others.',
  'Viewer.role': 'The role of the person; null for others.',
  'Viewer.store': 'The only store that the device has access to; null for others.',
  ViewerKind: 'The kind of caller.',
  'ViewerKind.NOBODY': 'The request has neither a session nor a device key.',
  'ViewerKind.PERSON': 'The request has the session of a person who is signed in.',
  'ViewerKind.DEVICE': 'The request has a valid device key.',
  Role: 'What a person may do. Everyone can read; each role adds its own acts.',
  'Role.ANALYST': 'Reads results. Raw payloads are not included.',
  'Role.CATEGORY_MANAGER': 'Manages planograms, waivers and batches, and reviews captures.',
  'Role.OPERATOR':
    'Runs the system: quality rules, breakers, dead letters and retention; also reviews captures.',
  'Role.ADMIN': 'Does everything, and creates stores and device keys.',
  'PermissionScope.ALL': 'Everything that the act applies to.',
  'PermissionScope.CATEGORIES': 'Objects of the viewer’s product categories.',
  'PermissionScope.STORES': 'Objects of the viewer’s stores.',
} satisfies Descriptions;
