const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Returns the text in an encoding of one or two bytes a character; null when the encoding lacks a character of it. */
export function encodeText(text: string, encoding: 'windows-1252' | 'shift_jis'): Uint8Array | null {
  const encoder = encoders.get(encoding) ?? buildEncoder(encoding);
  encoders.set(encoding, encoder);
  const bytes: number[] = [];
  for (const character of text) {
    const code = encoder.get(character);
    if (code === undefined) return null;
    for (const byte of code) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Builds the table of an encoding from its decoder, as the platform has only the decoder. */
function buildEncoder(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...code: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(code));
      if ([...character].length === 1 && !table.has(character)) table.set(character, code);
    } catch {
      // Not every pair of bytes is a character.
    }
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (encoding !== 'shift_jis') return table;
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  }
  return table;
}
