/** Returns the address of the camera in a payload, under the field names of all schema versions; null without one. */
export function payloadCamera(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { device_mac: flat, device } = payload as { device_mac?: unknown; device?: unknown };
  if (typeof flat === 'string') return flat;
  const nested = typeof device === 'object' && device !== null && 'mac' in device ? device.mac : null;
  return typeof nested === 'string' ? nested : null;
}
