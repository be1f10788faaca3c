import { type Comparison, comparePhotos } from '../conflicts/compare-photos.ts';
import type { PayloadWithUpload } from './resolve-uploads.ts';

/** The existing capture with the key of a payload. */
export interface Earlier {
  captureId: string;
  sha256: string | null;
  declaredSha256: string | null;
  imageUrl: string | null;
  uploadId: string | null;
  /** Hash of the completed upload; null until its bytes are stored. */
  uploadedSha256: string | null;
}

/** Compares the photo of a payload with the one of the capture that holds its key. */
export function compareWithEarlier(received: PayloadWithUpload, earlier: Earlier): Comparison {
  const ours = {
    sha256: earlier.sha256 ?? earlier.declaredSha256 ?? earlier.uploadedSha256,
    uploadId: earlier.uploadId,
    imageUrl: earlier.imageUrl,
  };
  const theirs = {
    sha256: claimedSha256(received),
    uploadId: received.upload?.id ?? null,
    imageUrl: received.payload.image_url ?? null,
  };
  return comparePhotos(ours, theirs);
}

/**
 * Returns the SHA-256 of the payload's photo: from the completed upload, else as declared; null when neither is known.
 */
export const claimedSha256 = ({ payload, upload }: PayloadWithUpload): string | null =>
  upload?.sha256 ?? payload.sha256 ?? null;
