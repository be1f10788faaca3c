/**
 * Returns whether the ICC profile of a photo is named sRGB. Its pixels need no conversion, which would cost three times
 * the decode and change values by rounding.
 */
export function isSrgbProfile(icc: Uint8Array): boolean {
  // ICC.1:2022, 7.2.6 and 7.3: the colour space is at byte 16, the tag table at 128.
  const profile = Buffer.from(icc.buffer, icc.byteOffset, icc.byteLength);
  if (profile.length < 132 || profile.toString('latin1', 16, 20) !== 'RGB ') return false;
  const tags = Math.min(profile.readUInt32BE(128), 64);
  for (let i = 0; i < tags; i++) {
    const at = 132 + i * 12;
    if (at + 12 > profile.length) return false;
    if (profile.toString('latin1', at, at + 4) !== 'desc') continue;
    const start = profile.readUInt32BE(at + 4);
    const description = profile.subarray(start, start + Math.min(profile.readUInt32BE(at + 8), 256));
    // Version 4 profiles write UTF-16, version 2 ASCII; without zero bytes both read the same.
    return description.toString('latin1').replaceAll('\0', '').includes('sRGB');
  }
  return false;
}
