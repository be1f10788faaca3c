/** What is known of a photo that a payload speaks of. */
export interface PhotoClaim {
  /** Of the bytes: stored, uploaded or declared. */
  sha256: string | null;
  uploadId: string | null;
  imageUrl: string | null;
}

export type Comparison =
  | { kind: 'SAME' }
  /** `claim` names the other photo for good. */
  | { kind: 'DIFFERENT'; claim: string }
  /** Cannot be told yet; `claim` starts with `open:` and is compared again when more is known. */
  | { kind: 'OPEN'; claim: string };

/** A kept claim that starts so is no conflict yet. */
export const openPrefix = 'open:';

/**
 * Compares the photo of a capture with that of a later payload of the same key. Decided:
 * - at once, when both hashes are known (declared, uploaded or stored): the same, or different;
 * - at once as the same, when both name the same upload or the same URL (a signature behind `?` may be another);
 * - when the capture's hash becomes known, for a later payload that declared a hash;
 * - when its bytes are in, for a later payload that named another upload;
 * - when the capture's hash is known, for a later payload that named another URL and no hash: nobody will ever fetch
 *   that photo, so it counts as another one, for a person to look at. Until then the claim stays open.
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

/** Without query and fragment: cameras sign a URL anew for every send. */
const addressOf = (url: string): string => url.replace(/[?#].*$/s, '');

/** An index row of the database has 2,704 bytes at most; longer addresses keep their start and their number of bytes. */
const longestClaimBytes = 2000;
function shortened(address: string): string {
  const bytes = Buffer.from(address);
  return bytes.byteLength <= longestClaimBytes
    ? address
    : `${bytes
        .subarray(0, longestClaimBytes)
        .toString()
        .replace(/\uFFFD+$/, '')}… (${bytes.byteLength} bytes)`;
}

/** The photo that an open claim speaks of; its upload's bytes, when they are in, are the caller's to fill in. */
export function readOpenClaim(claim: string): PhotoClaim {
  const text = claim.slice(openPrefix.length);
  if (text.startsWith('sha256:'))
    return { sha256: text.slice('sha256:'.length), uploadId: null, imageUrl: null };
  if (text.startsWith('upload:'))
    return { sha256: null, uploadId: text.slice('upload:'.length), imageUrl: null };
  return { sha256: null, uploadId: null, imageUrl: text };
}
