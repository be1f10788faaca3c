import type { DrawOccluder } from './occluder.ts';

/** Draws a half-closed blind from the top, as on cooled shelves at night: slats, a plain film or a printed one, with an end bar. */
export const drawBlind: DrawOccluder = ({ width, bay, pxPerMm }, random) => {
  const bottom = bay.top + (bay.bottom - bay.top) * random.between(0.2, 0.75);
  const tilt = random.between(-12, 12) * pxPerMm;
  const left = random.chance(0.7) ? -10 : bay.left - 20 * pxPerMm;
  const right = random.chance(0.7) ? width + 10 : bay.right + 20 * pxPerMm;
  const hue = random.whole(0, 359);
  const light = random.whole(30, 90);
  const ground = `hsl(${hue},${random.whole(0, 30)}%,${light}%)`;
  const dark = `hsl(${hue},10%,${Math.max(5, light - 14)}%)`;
  const slatPx = random.between(18, 70) * pxPerMm;
  const kind = random.pick(['slats', 'plain', 'print'] as const);
  let lines = '';
  if (kind === 'slats')
    for (let y = bottom; y > -slatPx; y -= slatPx)
      lines += `<path d="M${left} ${y - tilt} L${right} ${y + tilt}" stroke="${dark}" stroke-width="${slatPx * 0.18}"/>`;
  if (kind === 'print') {
    const size = random.between(160, 330) * pxPerMm;
    for (let y = bottom - size / 2; y > -size; y -= size)
      for (let x = left; x < right; x += size)
        lines += `<circle cx="${x + size / 2}" cy="${y}" r="${size * 0.22}" fill="hsl(${(hue + 150) % 360},55%,45%)"/><rect x="${x}" y="${y - size * 0.4}" width="${size * 0.5}" height="${size * 0.12}" fill="${dark}"/>`;
  }
  return (
    `<path d="M${left} -10 L${right} -10 L${right} ${bottom + tilt} L${left} ${bottom - tilt} Z" fill="${ground}"/>${lines}` +
    `<path d="M${left} ${bottom - tilt} L${right} ${bottom + tilt}" stroke="hsl(0,0%,${random.whole(20, 75)}%)" stroke-width="${random.between(15, 40) * pxPerMm}"/>`
  );
};
