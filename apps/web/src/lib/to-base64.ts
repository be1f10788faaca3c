/** More arguments at once overflow the stack of some browsers. */
const chunkBytes = 8_192;

/** Encodes bytes as base64. Browsers before 2025 have no `toBase64` of their own. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunkBytes)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  return btoa(binary);
}
