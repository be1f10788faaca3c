/** The known facts about the photo of a payload. */
export interface PhotoClaim {
  /** Hash of the bytes, from the stored photo, the upload or the declaration. */
  sha256: string | null;
  uploadId: string | null;
  imageUrl: string | null;
}

export type Comparison =
  | { kind: 'SAME' }
  /** `claim` is the final name of the other photo. */
  | { kind: 'DIFFERENT'; claim: string }
  /** The photos cannot be compared yet; `claim` starts with `open:` and is compared again when more is known. */
  | { kind: 'OPEN'; claim: string };

/** A stored claim with this prefix is not a conflict yet. */
export const openPrefix = 'open:';

/**
 * Compares the photo of a capture with the photo of a later payload of the same key:
 * - two known hashes (declared, uploaded or stored) are compared at once;
 * - the same upload or the same URL is the same photo; the query of a URL is ignored, because it may hold a signature;
 * - a declared hash is compared when the hash of the capture becomes known;
 * - another upload is compared when its bytes are stored;
 * - another URL without a hash is a different photo once the hash of the capture is known. The pipeline never fetches
 *   that URL, so a person decides. Until then the claim stays open.
 */
export function comparePhotos(ours: PhotoClaim, theirs: PhotoClaim): Comparison {
  if (ours.sha256 !== null && theirs.sha256 !== null)
    return ours.sha256 === theirs.sha256 ? { kind: 'SAME' } : { kind: 'DIFFERENT', claim: theirs.sha256 };
  if (theirs.uploadId !== null && theirs.uploadId === ours.uploadId) return { kind: 'SAME' };
  const theirAddress = theirs.imageUrl === null ? null : addressOf(theirs.imageUrl);
  if (theirAddress !== null && ours.imageUrl !== null && theirAddress === addressOf(ours.imageUrl))
    return { kind: 'SAME' };
  if (theirs.sha256 !== null) return open(`sha256:${theirs.sha256}`);
  if (theirs.uploadId !== null) return open(`upload:${theirs.uploadId}`);
  if (theirAddress === null) return { kind: 'SAME' };
  return ours.sha256 === null
    ? open(shortened(theirAddress))
    : { kind: 'DIFFERENT', claim: shortened(theirAddress) };
}

const open = (claim: string): Comparison => ({ kind: 'OPEN', claim: openPrefix + claim });

/** Returns the URL without query and fragment: cameras sign a URL anew for every attempt. */
const addressOf = (url: string): string => url.replace(/[?#].*$/s, '');

/** An index row of the database holds at most 2,704 bytes; longer addresses are cut and end with their byte count. */
const maxClaimBytes = 2000;
function shortened(address: string): string {
  const bytes = Buffer.from(address);
  return bytes.byteLength <= maxClaimBytes
    ? address
    : `${bytes
        .subarray(0, maxClaimBytes)
        .toString()
        .replace(/\uFFFD+$/, '')}… (${bytes.byteLength} bytes)`;
}

/** Returns the photo of an open claim. For an upload the caller adds the hash once the bytes are stored. */
export function readOpenClaim(claim: string): PhotoClaim {
  const text = claim.slice(openPrefix.length);
  if (text.startsWith('sha256:'))
    return { sha256: text.slice('sha256:'.length), uploadId: null, imageUrl: null };
  if (text.startsWith('upload:'))
    return { sha256: null, uploadId: text.slice('upload:'.length), imageUrl: null };
  return { sha256: null, uploadId: null, imageUrl: text };
}
