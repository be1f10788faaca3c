import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { photoOf, sha256Of, startUploadApis } from './testing/start-upload-apis.ts';

const apis = await startUploadApis('uploads_database_away', 1);
const { tus, announce } = apis;
const camera = await apis.addDevice('0421');
const photo = photoOf(40_000);

test('while the database is away a transfer gets a time for its next attempt, and a client of tus waits', async () => {
  const upload = await announce(camera.authorization, photo);
  const target = `/${upload.id}`;
  const { token } = upload;
  // The database ends every change of an upload as a failover does.
  await apis.db.execute(
    sql.raw(`
      create function fail_upload() returns trigger language plpgsql as $$
        begin raise exception 'going away' using errcode = '57P01'; end $$;
      create trigger fail_upload before update on upload for each row execute function fail_upload();`),
  );
  const unavailable = { problem: { path: '$', code: 'SERVICE_UNAVAILABLE', message: expect.any(String) } };
  const put = await tus('PUT', target, { token, body: photo });
  expect({ status: put.status, retryAfter: put.headers.get('retry-after') }).toEqual({
    status: 503,
    retryAfter: '5',
  });
  expect(await put.json()).toEqual(unavailable);
  const patch = await tus('PATCH', target, { token, headers: { 'upload-offset': '0' }, body: photo });
  expect({ status: patch.status, retryAfter: patch.headers.get('retry-after') }).toEqual({
    status: 503,
    retryAfter: '5',
  });
  expect(await patch.json()).toEqual(unavailable);
  // All bytes are there, so HEAD accepts them. tus-js-client begins anew on 503, and waits on 423.
  const head = await tus('HEAD', target, { token });
  expect(head.status).toBe(423);
  expect(Number(head.headers.get('retry-after'))).toBeGreaterThan(0);

  await apis.db.execute(sql`drop trigger fail_upload on upload`);
  expect((await tus('HEAD', target, { token })).headers.get('upload-offset')).toBe('40000');
  expect((await apis.rowOf(upload.id)).sha256).toBe(sha256Of(photo));
});
