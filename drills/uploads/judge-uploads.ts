import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkInvariants } from '@gondola/pipeline/invariants';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { type SQL, sql } from 'drizzle-orm';

/** Returns the violated promises after the last transfer, in words; empty when there are none. */
export async function judgeUploads(
  system: PrivateSystem,
  finished: ReadonlyMap<string, string>,
): Promise<string[]> {
  const { db } = system.database;
  const findings: string[] = [];
  const expect = (holds: boolean, words: string) => void (holds || findings.push(words));

  const rows = await read<{
    id: string;
    sha256: string | null;
    expected: string;
    sameLength: boolean | null;
    due: boolean | null;
  }>(
    system,
    sql`select u.id, u.sha256, u.expected_sha256 as "expected", u.expected_byte_length = i.byte_length as "sameLength",
        (select j.start_after <= now() from pgboss.job j where j.id = c.job_id) as "due"
      from upload u left join image i on i.sha256 = u.sha256 left join capture c on c.upload_id = u.id`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const accepted = rows.filter((row) => row.sha256 !== null);
  const acknowledged = [...finished.keys()];
  expect(
    acknowledged.every((id) => byId.get(id)?.sha256),
    `${acknowledged.filter((id) => !byId.get(id)?.sha256).length} acknowledged uploads are missing`,
  );
  const wrong = accepted.filter((row) => row.sha256 !== row.expected || row.sameLength !== true);
  expect(wrong.length === 0, `${wrong.length} uploads were accepted partial or damaged`);
  const asleep = accepted.filter((row) => finished.has(row.id) && row.due !== true);
  expect(asleep.length === 0, `${asleep.length} captures did not continue when their photo came`);
  let unsound = 0;
  for (const sha256 of finished.values()) {
    const bytes = await system.objects.get(sha256).catch(() => null);
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) unsound += 1;
  }
  expect(unsound === 0, `${unsound} finished photos are not in the object store as they were sent`);

  const nameless = await objectsWithoutRow(system);
  expect(nameless === 0, `${nameless} objects have no row`);
  const left = await leftoversAfterSweep(system);
  expect(left === 0, `${left} files of ended uploads were not swept`);
  for (const { invariant, violations } of await checkInvariants(db))
    expect(violations.length === 0, `broken: ${invariant} (${violations.length})`);
  return findings;
}

async function objectsWithoutRow(system: PrivateSystem): Promise<number> {
  const root = path.join(system.dataDir, 'objects');
  const names = (await readdir(root, { recursive: true }))
    .map((file) => path.basename(file))
    .filter((name) => /^[0-9a-f]{64}$/.test(name));
  const images = await read<{ sha256: string }>(system, sql`select sha256 from image`);
  const known = new Set(images.map(({ sha256 }) => sha256));
  return names.filter((name) => !known.has(name)).length;
}

/** The API processes of this drill sweep every second. */
async function leftoversAfterSweep(system: PrivateSystem): Promise<number> {
  for (let tries = 0; ; tries++) {
    const left = await readdir(path.join(system.dataDir, 'uploads'));
    if (left.length === 0 || tries === 50) return left.length;
    await sleep(200);
  }
}

async function read<Row extends object>(system: PrivateSystem, query: SQL): Promise<Row[]> {
  return (await system.database.db.execute(query)).rows as unknown as Row[];
}
