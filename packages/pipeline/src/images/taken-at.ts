/**
 * EXIF is a TIFF file: folders (IFD) of 12-byte entries. This module reads three entries only, each at most once and
 * with a size limit. Readers that list every entry take half a minute for a hostile 64 kB block.
 */

const exifFolderTag = 0x8769;
const dateTimeOriginalTag = 0x9003;
const offsetTimeOriginalTag = 0x9011;

/** Limits the search; folders of real cameras have far fewer entries. */
const maxEntries = 512;

const maxTextBytes = 32;

/**
 * Returns the capture time from EXIF as ISO 8601, with an offset ("2026-11-23T09:15:02+01:00") when the camera wrote
 * one. Without an offset the result is local camera time, which is no instant. Returns null when EXIF is absent, broken
 * or has no time.
 */
export function takenAtOf(exif: Uint8Array | undefined): string | null {
  if (!exif) return null;
  const text = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength);
  const tiff = text.toString('latin1', 0, 6) === 'Exif\0\0' ? text.subarray(6) : text;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return null;
  const view: Tiff = {
    bytes: tiff,
    short: (at) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    long: (at) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
  const folder = findEntry(view, view.long(4), exifFolderTag);
  if (folder === null) return null;
  const exifFolder = view.long(folder + 8);
  const taken = readText(view, findEntry(view, exifFolder, dateTimeOriginalTag));
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(taken ?? '');
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // Cameras without a set clock write zeros, and 31 February would roll over to March.
  const parsed = new Date(`${local}Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 19) !== local) return null;
  const offset = readText(view, findEntry(view, exifFolder, offsetTimeOriginalTag));
  return local + (/^[+-](?:0\d|1[0-4]):[0-5]\d/.exec(offset ?? '')?.[0] ?? '');
}

interface Tiff {
  bytes: Buffer;
  short(at: number): number;
  long(at: number): number;
}

/** Returns the offset of the entry of a tag in the folder at `folder`, or null. */
function findEntry(tiff: Tiff, folder: number, tag: number): number | null {
  if (folder < 8 || folder + 2 > tiff.bytes.length) return null;
  const entries = Math.min(tiff.short(folder), maxEntries);
  for (let i = 0; i < entries; i++) {
    const at = folder + 2 + i * 12;
    if (at + 12 > tiff.bytes.length) return null;
    if (tiff.short(at) === tag) return at;
  }
  return null;
}

/**
 * Returns the ASCII text of an entry: stored in the entry when it fits into four bytes, else at the offset in the
 * entry.
 */
function readText(tiff: Tiff, entry: number | null): string | null {
  if (entry === null || tiff.short(entry + 2) !== 2) return null;
  const length = tiff.long(entry + 4);
  const start = length <= 4 ? entry + 8 : tiff.long(entry + 8);
  return tiff.bytes.toString('latin1', start, start + Math.min(length, maxTextBytes));
}
