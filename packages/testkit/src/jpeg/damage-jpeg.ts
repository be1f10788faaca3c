/*
 * What goes wrong with photos on their way, and what is odd about whole ones, as functions of bytes. `random` gives 0..1. Damage
 * falls into the picture's data, between the first scan's header and the end marker.
 */

type Random = () => number;
type Change = (jpeg: Buffer, random: Random) => Buffer;

const startOfScan = 0xda;
const progressiveFrame = 0xc2;

/** Where segments begin, in order, to the first scan header; and where that scan's data begins. */
function readHead(jpeg: Buffer): { segments: { code: number; at: number }[]; data: number } {
  const segments: { code: number; at: number }[] = [];
  for (let at = 2; ; ) {
    at = jpeg.indexOf(0xff, at);
    while (jpeg[at + 1] === 0xff) at += 1;
    if (at < 0 || at + 4 > jpeg.length) throw new Error('the JPEG has no scan');
    const code = jpeg[at + 1] as number;
    const next = at + 2 + jpeg.readUInt16BE(at + 2);
    segments.push({ code, at });
    if (code === startOfScan) return { segments, data: next };
    at = next;
  }
}

const between = (from: number, to: number, random: Random): number =>
  from + Math.floor(random() * (to - from));

/** Without an end marker nobody can tell what lies behind the picture from a part of it. */
const isClosed = (jpeg: Buffer): boolean => jpeg.at(-2) === 0xff && jpeg.at(-1) === 0xd9;

const bytesBelow = (limit: number, length: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length }, () => between(0, limit, random)));

/** A place in the data, `length` bytes before its end at least. */
const placeIn = (jpeg: Buffer, length: number, random: Random): number => {
  const { data } = readHead(jpeg);
  return between(data, Math.max(data + 1, jpeg.length - 2 - length), random);
};

/** What is lost as one piece: from a part of a packet to two blocks of a disk; a fifth of the data at most. */
const lengthIn = (jpeg: Buffer, random: Random): number =>
  Math.floor(Math.min(2 ** (8 + random() * 5), (jpeg.length - readHead(jpeg).data) / 5));

/** Damage that costs a part of the picture. */
export const jpegDamages = {
  cut: (jpeg, random) => jpeg.subarray(0, placeIn(jpeg, 64, random)),
  cutAndClosed: (jpeg, random) =>
    Buffer.concat([jpeg.subarray(0, placeIn(jpeg, 64, random)), Buffer.from([0xff, 0xd9])]),
  zeroed: (jpeg, random) => {
    const length = lengthIn(jpeg, random);
    const at = placeIn(jpeg, length, random);
    return Buffer.from(jpeg).fill(0, at, at + length);
  },
  zeroedToTheEnd: (jpeg, random) => Buffer.from(jpeg).fill(0, placeIn(jpeg, 64, random)),
  doubled: (jpeg, random) => {
    const length = lengthIn(jpeg, random);
    const at = placeIn(jpeg, length, random);
    return Buffer.concat([jpeg.subarray(0, at + length), jpeg.subarray(at)]);
  },
  removed: (jpeg, random) => {
    const length = lengthIn(jpeg, random);
    const at = placeIn(jpeg, length, random);
    return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + length)]);
  },
  overwritten: (jpeg, random) => {
    const length = lengthIn(jpeg, random);
    const at = placeIn(jpeg, length, random);
    return Buffer.concat([jpeg.subarray(0, at), bytesBelow(255, length, random), jpeg.subarray(at + length)]);
  },
} as const satisfies Record<string, Change>;

/** What cameras and apps do to whole photos; every pixel is there. */
export const jpegQuirks = {
  /** Some phones write 0 for the last coefficient of a sequential scan: "Invalid SOS parameters". */
  sosParameters: (jpeg) => {
    const { segments, data } = readHead(jpeg);
    if (segments.some(({ code }) => code === progressiveFrame)) return jpeg;
    const changed = Buffer.from(jpeg);
    changed[data - 2] = 0;
    return changed;
  },
  strayBytes: (jpeg, random) => {
    const { segments } = readHead(jpeg);
    const { at } = segments[between(1, segments.length, random)] ?? { at: 2 };
    return Buffer.concat([
      jpeg.subarray(0, at),
      bytesBelow(255, between(1, 40, random), random),
      jpeg.subarray(at),
    ]);
  },
  fillBytes: (jpeg, random) => {
    const { segments } = readHead(jpeg);
    const { at } = segments[between(1, segments.length, random)] ?? { at: 2 };
    return Buffer.concat([
      jpeg.subarray(0, at),
      Buffer.alloc(between(1, 9, random), 0xff),
      jpeg.subarray(at),
    ]);
  },
  noEndMarker: (jpeg) => jpeg.subarray(0, -2),
  /** A second picture, a depth map or a maker's notes behind the end marker. */
  trailer: (jpeg, random) =>
    isClosed(jpeg) ? Buffer.concat([jpeg, bytesBelow(256, between(1, 5000, random), random)]) : jpeg,
  brokenExif: (jpeg, random) => {
    const block = bytesBelow(256, 300, random);
    const head = Buffer.from([0xff, 0xe1, (block.length + 8) >> 8, (block.length + 8) & 255]);
    return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from('Exif\0\0'), block, jpeg.subarray(2)]);
  },
  /** Data rounded up to a word or a disk's block. */
  padding: (jpeg, random) =>
    isClosed(jpeg)
      ? Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(between(1, 512, random)), jpeg.subarray(-2)])
      : jpeg,
} as const satisfies Record<string, Change>;

export type JpegDamageKind = keyof typeof jpegDamages;
export type JpegQuirkKind = keyof typeof jpegQuirks;
export const jpegDamageKinds = Object.keys(jpegDamages) as JpegDamageKind[];
export const jpegQuirkKinds = Object.keys(jpegQuirks) as JpegQuirkKind[];

/** Applies quirks, one after the other. */
export const withQuirks = (jpeg: Uint8Array, kinds: readonly JpegQuirkKind[], random: Random): Buffer =>
  kinds.reduce<Buffer>((bytes, kind) => jpegQuirks[kind](bytes, random), Buffer.from(jpeg));

/** Damages the data of the first scan; of a photo with quirks, apply those afterwards. */
export const withDamage = (jpeg: Uint8Array, kind: JpegDamageKind, random: Random): Buffer =>
  jpegDamages[kind](Buffer.from(jpeg), random);
