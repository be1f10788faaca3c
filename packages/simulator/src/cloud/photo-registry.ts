import { type Fingerprint, fingerprintDistance, maxSamePhotoDistance } from './fingerprint.ts';
import type { KnownPhoto } from './known-photo.ts';

/** The last `maxPhotos` registered photos, found by their fingerprints. */
export interface PhotoRegistry {
  add(photo: KnownPhoto): void;
  /** Returns the photo with the nearest fingerprint within `maxSamePhotoDistance`, or null. */
  find(fingerprint: Fingerprint): KnownPhoto | null;
  size(): number;
}

export function createPhotoRegistry(maxPhotos: number): PhotoRegistry {
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
        // Of equals the later one wins: the photo was registered again.
        if (distance > nearestDistance) continue;
        nearest = photo;
        nearestDistance = distance;
      }
      return nearest;
    },
    size: () => photos.length,
  };
}
