import { type Fingerprint, fingerprintDistance, maxSamePhotoDistance } from './fingerprint.ts';
import type { KnownPhoto } from './known-photo.ts';

/** Photos that the sandbox was told of, the latest `maxPhotos`; found again by what they look like. */
export interface TruthBook {
  add(photo: KnownPhoto): void;
  /** The photo that looks the same, or null. */
  find(fingerprint: Fingerprint): KnownPhoto | null;
  size(): number;
}

export function createTruthBook(maxPhotos: number): TruthBook {
  const photos: KnownPhoto[] = [];
  return {
    add(photo) {
      photos.push(photo);
      if (photos.length > maxPhotos) photos.shift();
    },
    find(fingerprint) {
      let nearest: KnownPhoto | null = null;
      let nearestDistance = maxSamePhotoDistance;
      for (const photo of photos) {
        const distance = fingerprintDistance(fingerprint, photo.fingerprint);
        // The later one of equals: a photo that is told of anew.
        if (distance > nearestDistance) continue;
        nearest = photo;
        nearestDistance = distance;
      }
      return nearest;
    },
    size: () => photos.length,
  };
}
