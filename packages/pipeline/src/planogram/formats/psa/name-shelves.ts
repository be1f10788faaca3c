import { type PsaSegment, segmentOf } from './segments.ts';
import type { PsaSurface } from './surfaces.ts';

/**
 * Ids that people recognise: the fixtures' names when each has its own; with the segment before them when names begin
 * anew in every segment; else their keys; else a count.
 */
export function nameShelves(surfaces: readonly PsaSurface[], segments: readonly PsaSegment[]): string[] {
  const inSegment = ({ x, width, name }: PsaSurface) =>
    name === '' ? '' : `${segmentOf(segments, x, width)}/${name}`;
  return (
    distinct([surfaces.map(({ name }) => name), surfaces.map(inSegment), surfaces.map(({ key }) => key)]) ??
    surfaces.map((_, i) => `shelf ${i + 1}`)
  );
}

/** The first list in which every entry is there and only once. */
export function distinct(candidates: readonly string[][]): string[] | null {
  return candidates.find((ids) => ids.every((id) => id !== '') && new Set(ids).size === ids.length) ?? null;
}
