import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFilePartials } from './file-partials.ts';
import { openPartials } from './open-partials.ts';
import { partialsConformance } from './partials-conformance.testing.ts';

/** A real server, as started by `scripts/s3-server.ts`; with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. */
const s3 = process.env.GONDOLA_TEST_S3;
const uploadsDir = await mkdtemp(path.join(tmpdir(), 'gondola-partials-'));
afterAll(() => rm(uploadsDir, { recursive: true, force: true }));

describe('unfinished uploads in a folder', () => {
  const partials = openPartials({ objectStore: 'file:unused', uploadsDir });
  partialsConformance(() => partials);

  test('an id that is no UUID is rejected before it becomes a path', async () => {
    expect(() => createFilePartials(uploadsDir).size('../../etc/passwd')).toThrow('lower-case UUID');
  });
});

describe.skipIf(!s3)(`unfinished uploads in a bucket${s3 ? '' : ' (skipped: no S3 server)'}`, () => {
  const bucket = (s3 ?? 's3://none').replace(/^(s3:\/\/[^/?]+)[^?]*/, `$1/partials/${randomUUID()}`);
  const partials = openPartials({ objectStore: bucket, uploadsDir });
  partialsConformance(() => partials);
});
