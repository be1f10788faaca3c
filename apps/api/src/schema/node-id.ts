const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The type and UUID inside a global id; null when it is not one. */
export function readGlobalId(globalId: string): { type: string; id: string } | null {
  const [type, id, ...rest] = Buffer.from(globalId, 'base64').toString().split(':');
  return type !== undefined && id !== undefined && rest.length === 0 && uuid.test(id)
    ? { type, id: id.toLowerCase() }
    : null;
}

/** The UUID of a node of this type, given as a global id or bare; null when it is neither. */
export function uuidOf(type: string, given: string): string | null {
  if (uuid.test(given)) return given.toLowerCase();
  const read = readGlobalId(given);
  return read?.type === type ? read.id : null;
}
