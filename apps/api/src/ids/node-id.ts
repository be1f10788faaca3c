const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const bareUuid = new RegExp(`^${uuid}$`, 'i');
const typeAndKey = new RegExp(`^(\\w+):(${uuid}(?::\\d{1,9})?)$`, 'i');

export const isUuid = (text: string): boolean => bareUuid.test(text);

/** Returns the id of an object over all types, which `node` finds again. */
export const globalIdOf = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64');

/**
 * Reads the type and the key inside a global id; null when it is not one. The key is a UUID, or a UUID and an ordinal
 * with a colon between them for something that only its place in a list names.
 */
export function readGlobalId(globalId: string): { type: string; id: string } | null {
  const [, type, id] = typeAndKey.exec(Buffer.from(globalId, 'base64').toString()) ?? [];
  return type !== undefined && id !== undefined ? { type, id: id.toLowerCase() } : null;
}

/** The UUID of a node of this type, given as a global id or bare; null when it is neither. */
export function uuidOf(type: string, given: string): string | null {
  if (isUuid(given)) return given.toLowerCase();
  const read = readGlobalId(given);
  return read?.type === type && isUuid(read.id) ? read.id : null;
}
