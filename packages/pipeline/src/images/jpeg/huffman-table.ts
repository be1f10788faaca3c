/** By the next 16 bits: the code's length times 256 plus its symbol; 0 where no code begins. */
export type HuffmanTable = Uint16Array;

/** Reads the tables of a DHT segment (ITU T.81, B.2.4.2) into `tables`, DC at 0 to 3 and AC at 16 to 19. False when it is malformed. */
export function readHuffmanTables(body: Uint8Array, tables: (HuffmanTable | undefined)[]): boolean {
  for (let at = 0; at < body.length; ) {
    const slot = body[at] as number;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (counts.length < 16 || (slot & 0xef) > 3 || total > 256 || at + 17 + total > body.length) return false;
    const table = toTable(counts, body.subarray(at + 17, at + 17 + total));
    if (table === null) return false;
    tables[slot] = table;
    at += 17 + total;
  }
  return true;
}

function toTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const table = new Uint16Array(65_536);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    const span = 1 << (16 - length);
    for (let i = 0; i < (counts[length - 1] as number); i++, next++) {
      const from = code * span;
      if (from + span > 65_536) return null;
      table.fill(length * 256 + (symbols[next] as number), from, from + span);
      code += 1;
    }
    code *= 2;
  }
  return table;
}
