import { namedQuery, type Transaction } from '@gondola/db';
import type { Comparison } from '../conflicts/compare-photos.ts';
import { recordPhotoClaims } from '../conflicts/record-photo-claims.ts';
import { compareWithEarlier, type Earlier } from './compare-with-earlier.ts';
import type { Answer } from './received-payload.ts';
import type { PayloadWithUpload } from './resolve-uploads.ts';

/** A payload whose key is taken, and the capture that holds the key. */
export interface Resend {
  received: PayloadWithUpload;
  earlier: Earlier;
}

/**
 * Returns the original capture for each payload whose key is taken. Another photo is a conflict: it is recorded, shown
 * and raises an alert. When the photos cannot be compared yet, the result is DUPLICATE, the likelier case. The claim
 * then stays open until both photos are known (see comparePhotos).
 */
export async function answerResends(tx: Transaction, resends: readonly Resend[]): Promise<Answer[]> {
  let compared = resends.map(compare);
  const open = compared.filter(({ comparison }) => comparison.kind === 'OPEN');
  if (open.length > 0) {
    const newest = await lockEarlier(tx, open);
    compared = compared.map((each) =>
      each.comparison.kind === 'OPEN'
        ? compare({ ...each, earlier: newest.get(each.earlier.captureId) ?? each.earlier })
        : each,
    );
  }
  await recordPhotoClaims(
    tx,
    compared.flatMap(({ received, earlier, comparison }) =>
      comparison.kind === 'SAME'
        ? []
        : [
            {
              captureId: earlier.captureId,
              claim: comparison.claim,
              payload: JSON.stringify(received.raw),
              deviceKeyId: received.device.deviceKeyId,
            },
          ],
    ),
  );
  return compared.map(({ received, earlier, comparison }) => ({
    slot: received.slot,
    result: {
      outcome: comparison.kind === 'DIFFERENT' ? 'CONFLICT' : 'DUPLICATE',
      captureId: earlier.captureId,
      problems: [],
    },
  }));
}

const compare = ({ received, earlier }: Resend): Resend & { comparison: Comparison } => ({
  received,
  earlier,
  comparison: compareWithEarlier(received, earlier),
});

/**
 * Locks the captures until the commit and reads them again. A concurrent transaction that stores the bytes of a capture
 * has either committed, and is visible here, or waits and then sees the new claim.
 */
async function lockEarlier(tx: Transaction, resends: readonly Resend[]): Promise<Map<string, Earlier>> {
  const ids = [...new Set(resends.map(({ earlier }) => earlier.captureId))];
  await namedQuery(tx, 'lock_earlier', lockText, [ids]);
  const rows = await namedQuery<Earlier>(tx, 'reread_earlier', rereadText, [ids]);
  return new Map(rows.map((row) => [row.captureId, row]));
}

const lockText = 'select id from capture where id = any($1::uuid[]) order by id for share';

const rereadText = `
  select c.id as "captureId", c.sha256, c.declared_sha256 as "declaredSha256", c.image_url as "imageUrl",
    c.upload_id as "uploadId", u.sha256 as "uploadedSha256"
  from capture c left join upload u on u.id = c.upload_id where c.id = any($1::uuid[])`;
