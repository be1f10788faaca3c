import type { Resend } from './answer-resends.ts';
import type { MatchedPayload } from './find-existing.ts';
import { type RejectedPayload, reject } from './received-payload.ts';
import type { PayloadWithUpload } from './resolve-uploads.ts';

export interface SortedPayloads {
  /** The first payload of each key that no capture holds. */
  candidates: MatchedPayload[];
  /** Further payloads of a candidate's key. */
  followers: PayloadWithUpload[];
  /** Payloads whose key a capture holds already. */
  resends: Resend[];
  /** Payloads that name the upload of another capture. */
  rejected: RejectedPayload[];
}

/** Groups payloads by the way intake handles them; each group stays in the order of arrival. */
export function sortByCapture(matched: readonly MatchedPayload[]): SortedPayloads {
  const sorted: SortedPayloads = { candidates: [], followers: [], resends: [], rejected: [] };
  const identities = new Set<string>();
  const uploads = new Set<string>();
  for (const each of matched) {
    const { received, earlier } = each;
    const { upload } = received;
    if (earlier) sorted.resends.push({ received, earlier });
    else if (identities.has(received.identity)) sorted.followers.push(received);
    else if (upload && (each.uploadIsTaken || uploads.has(upload.id)))
      sorted.rejected.push(
        reject(received, 'UPLOAD_TAKEN', '$.upload_id', `Upload ${upload.id} belongs to another capture.`),
      );
    else {
      identities.add(received.identity);
      if (upload) uploads.add(upload.id);
      sorted.candidates.push(each);
    }
  }
  return sorted;
}
