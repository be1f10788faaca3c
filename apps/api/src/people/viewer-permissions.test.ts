import { type Role, roles } from '@gondola/db';
import { expect, test } from 'vitest';
import { accessPolicy } from '../auth/access-policy.ts';
import { type Credential, partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('permissions');
const { device } = await api.addStore('0421');

type Permissions = { permissions: { act: string; scope: string }[] };

async function permissionsOf(credential: Credential): Promise<Permissions['permissions']> {
  const answer = await api.ask('{ viewer { permissions { act scope } } }', {}, credential);
  return partOf<Permissions>(answer, 'viewer').permissions;
}

/** The acts that the policy grants, as the schema names them. */
const granted = (holder: Role | 'device'): string[] =>
  Object.entries(accessPolicy)
    .filter(([, holders]) => (holders as readonly string[]).includes(holder))
    .map(([act]) => act.replace(/[A-Z]/g, '_$&').toUpperCase());

test.each(roles)('the permissions of a person with the role %s equal the access policy', async (role) => {
  const permissions = await permissionsOf(await api.signIn(role));
  expect(permissions).toEqual(granted(role).map((act) => ({ act, scope: 'ALL' })));
});

test('the permissions of a device equal the access policy', async () => {
  expect((await permissionsOf(device)).map(({ act }) => act)).toEqual(granted('device'));
});

test('nobody has a permission', async () => {
  expect(await permissionsOf({})).toEqual([]);
});
