/** Values that readers have to survive in any cell. */
const nasty = [
  '',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'NaN',
  '4.00638E+12',
  '1,250',
  '"',
  '\\',
  "'=1+1",
  '\u0000',
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
  '[[[[[[[[[[[[',
  '{"__proto__":{}}',
  '2026-13-45',
  'Fixture',
  '棚段番号',
];

/** Changes a file in one to four random ways: bytes, cells, lines, lengths. `random` gives 0..1. */
export function mutateFile(file: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(file);
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) bytes = pick(mutations, random)(bytes, random);
  return bytes;
}

type Mutation = (bytes: Buffer<ArrayBuffer>, random: () => number) => Buffer<ArrayBuffer>;

const mutations: readonly Mutation[] = [
  function changeByte(bytes, random) {
    if (bytes.length > 0) bytes[at(bytes, random)] = Math.floor(random() * 256);
    return bytes;
  },
  function cutEnd(bytes, random) {
    return bytes.subarray(0, at(bytes, random));
  },
  function removePart(bytes, random) {
    const start = at(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + Math.floor(random() * 40))]);
  },
  function repeatPart(bytes, random) {
    const start = at(bytes, random);
    const part = bytes.subarray(start, start + Math.floor(random() * 200));
    const times = Math.floor(random() ** 4 * 2_000);
    return Buffer.concat([bytes.subarray(0, start), ...Array(times).fill(part), bytes.subarray(start)]);
  },
  function replaceCell(bytes, random) {
    return bySeparator(bytes, random, /([,;\t:{}[\]\r\n]+)/, (parts, i) => (parts[i] = pick(nasty, random)));
  },
  function copyCell(bytes, random) {
    return bySeparator(bytes, random, /([,;\t:\r\n]+)/, (parts, i) => (parts[i] = pick(parts, random)));
  },
  function moveLine(bytes, random) {
    return bySeparator(bytes, random, /(\r?\n)/, (parts, i) => {
      const [line = ''] = parts.splice(i, 1);
      parts.splice(Math.floor(random() * parts.length), 0, line);
    });
  },
  function repeatLine(bytes, random) {
    return bySeparator(bytes, random, /(\r?\n)/, (parts, i) => parts.splice(i, 0, parts[i] ?? '', '\n'));
  },
];

function bySeparator(
  bytes: Buffer<ArrayBuffer>,
  random: () => number,
  separator: RegExp,
  change: (parts: string[], index: number) => unknown,
): Buffer<ArrayBuffer> {
  const parts = bytes.toString('latin1').split(separator);
  change(parts, Math.floor(random() * parts.length));
  return Buffer.from(parts.join(''), 'latin1');
}

const at = (bytes: Buffer, random: () => number) => Math.floor(random() * bytes.length);

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}
