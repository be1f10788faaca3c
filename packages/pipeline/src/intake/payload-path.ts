/**
 * The location of a value in a payload, as the members and indices that lead to it. A path (`$.device.mac`) names it
 * for people, a pointer (RFC 6901, `/device/mac`) for patches.
 */
export type Segments = readonly (string | number)[];

const plainName = /^[A-Za-z_]\w*$/;

export function pathOf(segments: Segments): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    return plainName.test(segment) ? `${path}.${segment}` : `${path}[${JSON.stringify(segment)}]`;
  }, '$');
}

/** Returns the name of a location for use in a sentence: `device.mac`. */
export const nameOf = (segments: Segments): string => pathOf(segments).replace(/^\$\.?/, '');

const step = /\.([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/gy;

/** Returns the JSON pointer for a path that `pathOf` made. */
export function pointerOf(path: string): string {
  return [...path.slice(1).matchAll(step)]
    .map(([, name, index, quoted]) => name ?? index ?? String(JSON.parse(quoted ?? '""')))
    .map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
