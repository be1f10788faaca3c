import type { Transaction } from '@gondola/db';
import { namedQuery } from '../store/named-query.ts';
import { type Comparison, comparePhotos } from './compare-photos.ts';
import { keepClaims } from './keep-claims.ts';
import type { ResolvedArrival } from './resolve-uploads.ts';
import { claimedSha256, type Earlier } from './survey.ts';

/** A payload whose key is taken, and the capture that has it. */
export interface Resend {
  arrival: ResolvedArrival;
  earlier: Earlier;
}

/**
 * Answers payloads whose key is taken with the original capture. Another photo is a conflict, which is kept, shown
 * and raises an alert; when that cannot be told yet, the answer is that of a resend, which it most likely is, and the
 * claim is kept until it can be compared (see comparePhotos).
 */
export async function findDuplicates(tx: Transaction, resends: readonly Resend[]): Promise<void> {
  let compared = resends.map(compare);
  const openOnes = compared.filter(({ comparison }) => comparison.kind === 'OPEN');
  if (openOnes.length > 0) {
    const newest = await lockEarlier(tx, openOnes);
    compared = compared.map((each) =>
      each.comparison.kind === 'OPEN'
        ? compare({ ...each, earlier: newest.get(each.earlier.captureId) ?? each.earlier })
        : each,
    );
  }
  await keepClaims(
    tx,
    compared.flatMap(({ arrival, earlier, comparison }) =>
      comparison.kind === 'SAME'
        ? []
        : [
            {
              captureId: earlier.captureId,
              claim: comparison.claim,
              payload: JSON.stringify(arrival.raw),
              deviceKeyId: arrival.device.deviceKeyId,
            },
          ],
    ),
  );
  for (const { arrival, earlier, comparison } of compared)
    arrival.answer({
      outcome: comparison.kind === 'DIFFERENT' ? 'CONFLICT' : 'DUPLICATE',
      captureId: earlier.captureId,
      problems: [],
    });
}

function compare({ arrival, earlier }: Resend): Resend & { comparison: Comparison } {
  const ours = {
    sha256: earlier.sha256 ?? earlier.declaredSha256 ?? earlier.uploadedSha256,
    uploadId: earlier.uploadId,
    imageUrl: earlier.imageUrl,
  };
  const theirs = {
    sha256: claimedSha256(arrival),
    uploadId: arrival.upload?.id ?? null,
    imageUrl: arrival.payload.image_url ?? null,
  };
  return { arrival, earlier, comparison: comparePhotos(ours, theirs) };
}

/**
 * The captures once more, held until the commit: whoever learns a capture's bytes at this moment either has been seen
 * here or sees the claim that is about to be kept.
 */
async function lockEarlier(tx: Transaction, resends: readonly Resend[]): Promise<Map<string, Earlier>> {
  const ids = [...new Set(resends.map(({ earlier }) => earlier.captureId))];
  await namedQuery(tx, 'hold_earlier', hold, [ids]);
  const rows = await namedQuery<Earlier>(tx, 'reread_earlier', reread, [ids]);
  return new Map(rows.map((row) => [row.captureId, row]));
}

const hold = 'select id from capture where id = any($1::uuid[]) order by id for share';

const reread = `
  select c.id as "captureId", c.sha256, c.declared_sha256 as "declaredSha256", c.image_url as "imageUrl",
    c.upload_id as "uploadId", u.sha256 as "uploadedSha256"
  from capture c left join upload u on u.id = c.upload_id where c.id = any($1::uuid[])`;
