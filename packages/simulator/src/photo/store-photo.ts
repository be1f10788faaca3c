import sharp from 'sharp';

/** EXIF orientation: rotation that makes the stored pixels upright (1 none, 3 half, 6 right, 8 left). */
export type ExifOrientation = 1 | 3 | 6 | 8;

/** Clockwise degrees from the upright picture to the pixels that the camera stored. */
const storedTurn: Record<ExifOrientation, 0 | 90 | 180 | 270> = { 1: 0, 3: 180, 6: 270, 8: 90 };

export interface StoredPhoto {
  jpeg: Uint8Array;
  /** Size of the stored pixels, before orientation. */
  widthPx: number;
  heightPx: number;
}

/** Rotates the pixels by the orientation and writes a JPEG with EXIF; `tagged` false leaves the tag at 1. */
export async function storePhoto(
  rgb: Uint8Array,
  size: { width: number; height: number },
  options: { orientation: ExifOrientation; tagged: boolean; quality: number; takenAt: Date },
): Promise<StoredPhoto> {
  const upright = sharp(rgb, { raw: { ...size, channels: 3 } });
  const turn = storedTurn[options.orientation];
  const { data, info } = await (turn === 0 ? upright : upright.rotate(turn))
    .withExif({
      IFD0: { Make: 'Gondola', Model: 'Simulated camera' },
      IFD2: { DateTimeOriginal: exifTime(options.takenAt), OffsetTimeOriginal: '+00:00' },
    })
    .withMetadata({ orientation: options.tagged ? options.orientation : 1 })
    .jpeg({ quality: options.quality, chromaSubsampling: '4:2:0' })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
}

/** Formats a time for EXIF, which has no zone: our times are UTC, and OffsetTimeOriginal states that. */
const exifTime = (time: Date): string => time.toISOString().slice(0, 19).replace(/-/g, ':').replace('T', ' ');
