import { namedQuery, type Transaction } from '@gondola/db';
import { uploadLifetimeHours } from '../photo-limits.ts';
import { comparePhotos, openPrefix, readOpenClaim } from './compare-photos.ts';
import { type Claim, recordPhotoClaims } from './record-photo-claims.ts';

/** Decides the open claims of a capture when its bytes are stored. */
export const recordLateConflicts = (tx: Transaction, captureId: string, sha256: string): Promise<void> =>
  settleClaims(tx, [captureId], { captureId, sha256 });

/**
 * Decides open claims when the bytes of an upload are stored: those of the capture that waits for it and those that
 * name the upload. Call it before any of these captures is locked.
 */
export async function recordLateConflictsOfUpload(
  tx: Transaction,
  uploadId: string,
  sha256: string,
): Promise<void> {
  const rows = await namedQuery<{ captureId: string }>(tx, 'captures_of_upload', capturesOfUpload, [
    uploadId,
    `${openPrefix}upload:${uploadId}`,
    uploadLifetimeHours + 1,
  ]);
  await settleClaims(
    tx,
    rows.map(({ captureId }) => captureId),
  );
  await namedQuery(tx, 'link_claimed_photo', linkClaimedPhoto, [sha256, uploadLifetimeHours + 1]);
}

async function settleClaims(
  tx: Transaction,
  captureIds: readonly string[],
  known?: { captureId: string; sha256: string },
): Promise<void> {
  if (captureIds.length === 0) return;
  // The lock prevents intake from adding an open claim meanwhile; the rows are read after it, in their current state.
  await namedQuery(tx, 'lock_claimed', lockCaptures, [captureIds]);
  const rows = await namedQuery<OpenClaim>(tx, 'open_claims', openClaims, [captureIds]);
  const settled = rows.flatMap((row) => {
    const ours = {
      sha256: known?.captureId === row.captureId ? known.sha256 : row.sha256,
      uploadId: row.uploadId,
      imageUrl: row.imageUrl,
    };
    const theirs = readOpenClaim(row.claim);
    const comparison = comparePhotos(ours, { ...theirs, sha256: row.claimedSha256 ?? theirs.sha256 });
    return comparison.kind === 'OPEN' ? [] : [{ row, comparison }];
  });
  if (settled.length === 0) return;
  await namedQuery(tx, 'drop_claims', 'delete from capture_conflict where id = any($1::uuid[])', [
    settled.map(({ row }) => row.id),
  ]);
  const conflicts = settled.flatMap(({ row, comparison }): Claim[] => {
    const { captureId, payload, deviceKeyId } = row;
    return comparison.kind === 'DIFFERENT'
      ? [{ captureId, payload, deviceKeyId, claim: comparison.claim }]
      : [];
  });
  await recordPhotoClaims(tx, conflicts);
}

interface OpenClaim {
  id: string;
  captureId: string;
  claim: string;
  payload: string | null;
  deviceKeyId: string | null;
  sha256: string | null;
  uploadId: string | null;
  imageUrl: string | null;
  /** Hash of the upload that the claim names; null until the bytes are stored. */
  claimedSha256: string | null;
}

const lockCaptures = `
  select id from capture where id = any($1::uuid[]) order by id for no key update`;

const openClaims = `
  select k.id, k.capture_id as "captureId", k.claim, k.payload::text, k.device_key_id as "deviceKeyId",
    coalesce(c.sha256, c.declared_sha256, u.sha256) as sha256, c.upload_id as "uploadId", c.image_url as "imageUrl",
    claimed.sha256 as "claimedSha256"
  from capture_conflict k
  join capture c on c.id = k.capture_id
  left join upload u on u.id = c.upload_id
  left join upload claimed on k.claim = '${openPrefix}upload:' || claimed.id
    and claimed.id = case when k.claim like '${openPrefix}upload:%' then substr(k.claim, ${openPrefix.length + 8})::uuid end
  where k.capture_id = any($1::uuid[]) and k.claim like '${openPrefix}%'
  order by k.created_at, k.id`;

// A claim names an upload only while that upload can still arrive, so only recent claims are searched.
const capturesOfUpload = `
  select id as "captureId" from capture where upload_id = $1::uuid
  union
  select capture_id from capture_conflict
  where created_at > now() - make_interval(hours => $3::int) and claim = $2`;

const linkClaimedPhoto = `
  update capture_conflict set sha256 = $1
  where created_at > now() - make_interval(hours => $2::int) and claim = $1 and sha256 is null`;
