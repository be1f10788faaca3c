const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const textChunks = new Set(['tEXt', 'zTXt', 'iTXt']);

/**
 * Removes the text chunks of a PNG; returns other bytes unchanged. The pipeline does not read those texts, but the decoder
 * unpacks them before any time limit applies: 0.6 MB of them take gigabytes and a minute.
 */
export function withoutTexts(file: Uint8Array): Uint8Array {
  if (!pngSignature.every((byte, i) => file[i] === byte)) return file;
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array[] = [];
  let partStart = 0;
  // A chunk (PNG, 5.3) consists of its length, its name, its data and a checksum.
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (textChunks.has(bytes.toString('latin1', at + 4, at + 8))) {
      parts.push(bytes.subarray(partStart, at));
      partStart = Math.min(end, bytes.length);
    }
    at = end;
  }
  if (parts.length === 0) return file;
  parts.push(bytes.subarray(partStart));
  return Buffer.concat(parts);
}
