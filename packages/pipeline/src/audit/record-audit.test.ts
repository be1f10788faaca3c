import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditLog } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actOnRecord } from './act-on-record.ts';
import { type Actor, actorNamed } from './actor.ts';
import { recordAudit } from './record-audit.ts';

const { db } = await createTestDatabase('record_audit');
const ann: Actor = { name: 'ann@example.com', userId: 'u1', role: 'operator' };
const entriesOf = (object: string) => db.select().from(auditLog).where(eq(auditLog.object, object));

test('an entry of a person has user id and role among its facts; an entry of a process has only the name', async () => {
  await db.transaction(async (tx) => {
    await recordAudit(tx, ann, { action: 'alertClose', object: 'alert:1', facts: { rule: 'R' } });
    await recordAudit(tx, actorNamed('schedule'), { action: 'alertClose', object: 'alert:1', facts: {} });
  });
  expect(await entriesOf('alert:1')).toMatchObject([
    { actor: 'ann@example.com', facts: { userId: 'u1', role: 'operator', rule: 'R' } },
    { actor: 'schedule', action: 'alertClose', facts: {} },
  ]);
  expect((await entriesOf('alert:1')).at(1)?.facts).toEqual({});
});

test('an action outside the database is recorded when it succeeds, and not when it fails', async () => {
  const entry = { action: 'sandboxFaultSet', object: 'sandbox:a', facts: { fault: null } };
  expect(await actOnRecord(db, ann, entry, async () => 'done')).toBe('done');
  const fail = async () => {
    throw new Error('away');
  };
  await expect(actOnRecord(db, ann, { ...entry, object: 'sandbox:b' }, fail)).rejects.toThrow('away');
  expect(await entriesOf('sandbox:a')).toHaveLength(1);
  expect(await entriesOf('sandbox:b')).toEqual([]);
});

const root = join(import.meta.dirname, '../../../..');
const inserts = /insert\(\s*auditLog\b|insert\s+into\s+"?audit_log\b/i;

test('no other source inserts into the audit log', () => {
  const sources = globSync('{apps,packages}/*/src/**/*.ts', { cwd: root });
  const writers = sources.filter(
    (file) => !file.endsWith('.test.ts') && inserts.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(writers).toEqual(['packages/pipeline/src/audit/record-audit.ts']);
});
