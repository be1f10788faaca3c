import type { PsaSurface } from './psa-surface.ts';

const styles: Readonly<Record<number, string>> = {
  1: 'trays',
  2: 'cases',
  3: 'displays',
  4: 'alternate packs',
  5: 'loose goods',
  6: 'stacked logs',
};

/** Returns notes on placements that a planogram cannot represent. */
export function notePositions(surfaces: readonly PsaSurface[]): string[] {
  const styled = new Map<string, number>();
  let capped = 0;
  for (const { merchStyle: fixtureStyle, positions } of surfaces) {
    for (const { merchStyle, hasCaps } of positions) {
      const style = styles[merchStyle === -1 ? fixtureStyle : merchStyle];
      if (style !== undefined) styled.set(style, (styled.get(style) ?? 0) + 1);
      if (hasCaps) capped += 1;
    }
  }
  return [
    ...[...styled].map(
      ([style, n]) => `${counted(n)} planned in ${style}; each of them counts as one facing.`,
    ),
    ...(capped === 0
      ? []
      : [
          `${counted(capped)} planned with caps (products laid on or beside the block); caps are not detected.`,
        ]),
  ];
}

const counted = (n: number) => (n === 1 ? '1 position is' : `${n} positions are`);
