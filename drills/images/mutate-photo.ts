/**
 * Returns one broken copy of a photo, as cameras, cards and networks damage files, and as an attacker changes headers.
 */
export function mutatePhoto(photo: Buffer, random: () => number): Buffer {
  const way = ways[Math.floor(random() * ways.length)] ?? flipBits;
  return way(Buffer.from(photo), random);
}

type Way = (bytes: Buffer, random: () => number) => Buffer;

const at = (bytes: Buffer, random: () => number) => Math.floor(random() * bytes.length);
/** Lengths from a byte to a third of the file. */
const span = (bytes: Buffer, random: () => number) => Math.ceil((bytes.length / 3) ** random());

const flipBits: Way = (bytes, random) => {
  for (let n = Math.ceil(random() * 20); n > 0; n--) {
    const i = at(bytes, random);
    bytes[i] = (bytes[i] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return bytes;
};
/** Sizes, tables and markers are in the first kilobyte. */
const breakHeader: Way = (bytes, random) => {
  for (let n = Math.ceil(random() * 4); n > 0; n--)
    bytes[Math.floor(random() * Math.min(1024, bytes.length))] = Math.floor(random() * 256);
  return bytes;
};
const cutOff: Way = (bytes, random) => bytes.subarray(0, at(bytes, random));
const leaveOut: Way = (bytes, random) => {
  const start = at(bytes, random);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + span(bytes, random))]);
};
const blank: Way = (bytes, random) => {
  const start = at(bytes, random);
  return bytes.fill(random() < 0.5 ? 0 : 255, start, Math.min(bytes.length, start + span(bytes, random)));
};
const repeat: Way = (bytes, random) => {
  const start = at(bytes, random);
  const piece = bytes.subarray(start, start + span(bytes, random));
  return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start)]);
};
const insertNoise: Way = (bytes, random) => {
  const start = at(bytes, random);
  const noise = Buffer.from(
    Array.from({ length: Math.ceil(random() * 400) }, () => Math.floor(random() * 256)),
  );
  return Buffer.concat([bytes.subarray(0, start), noise, bytes.subarray(start)]);
};
/** Sets a 16-bit field to its largest value: lengths and sizes. */
const stretchField: Way = (bytes, random) => {
  const i = Math.floor(random() * Math.min(2048, bytes.length));
  return bytes.fill(255, i, Math.min(bytes.length, i + 2));
};

const ways: readonly Way[] = [
  flipBits,
  breakHeader,
  cutOff,
  leaveOut,
  blank,
  repeat,
  insertNoise,
  stretchField,
];
