import type { PsaSurface } from './psa-surface.ts';
import { type PsaSegment, segmentOf } from './read-segments.ts';

/**
 * Returns ids that people recognise: the fixtures' names if distinct, else names with their segment if distinct, else keys,
 * else numbers.
 */
export function nameShelves(surfaces: readonly PsaSurface[], segments: readonly PsaSegment[]): string[] {
  const inSegment = ({ x, width, name }: PsaSurface) =>
    name === '' ? '' : `${segmentOf(segments, x, width)}/${name}`;
  return (
    distinct([surfaces.map(({ name }) => name), surfaces.map(inSegment), surfaces.map(({ key }) => key)]) ??
    surfaces.map((_, i) => `shelf ${i + 1}`)
  );
}

/** Returns the first list with complete and distinct entries. */
export function distinct(candidates: readonly string[][]): string[] | null {
  return candidates.find((ids) => ids.every((id) => id !== '') && new Set(ids).size === ids.length) ?? null;
}
