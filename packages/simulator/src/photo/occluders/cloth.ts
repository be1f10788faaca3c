import type { Random } from '../../random.ts';

/** Returns an SVG pattern definition of a cloth and the fill that refers to it: plain, striped, checked, dotted or printed. */
export function cloth(id: string, unitPx: number, random: Random): { definition: string; fill: string } {
  const hue = random.whole(0, 359);
  const saturation = random.whole(5, 70);
  const ground = `hsl(${hue},${saturation}%,${random.whole(14, 80)}%)`;
  const kind = random.pick(['plain', 'stripes', 'checks', 'dots', 'print'] as const);
  if (kind === 'plain') return { definition: '', fill: ground };
  const second = `hsl(${(hue + random.whole(20, 340)) % 360},${random.whole(10, 80)}%,${random.whole(15, 85)}%)`;
  const size = unitPx * random.between(25, 70);
  return {
    definition: `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${random.whole(-12, 12)})"><rect width="${size}" height="${size}" fill="${ground}"/>${motif(kind, size, second, random)}</pattern>`,
    fill: `url(#${id})`,
  };
}

function motif(kind: 'stripes' | 'checks' | 'dots' | 'print', size: number, colour: string, random: Random) {
  const half = size / 2;
  switch (kind) {
    case 'stripes':
      return random.chance(0.5)
        ? `<rect width="${size}" height="${half}" fill="${colour}"/>`
        : `<rect width="${half}" height="${size}" fill="${colour}"/>`;
    case 'checks':
      return `<rect width="${half}" height="${size}" fill="${colour}" fill-opacity=".6"/><rect width="${size}" height="${half}" fill="${colour}" fill-opacity=".6"/>`;
    case 'dots':
      return `<circle cx="${half}" cy="${half}" r="${size * 0.28}" fill="${colour}"/>`;
    case 'print': {
      let leaves = '';
      for (let i = 0; i < 5; i++)
        leaves += `<ellipse cx="${size * random.next()}" cy="${size * random.next()}" rx="${size * random.between(0.08, 0.25)}" ry="${size * random.between(0.05, 0.14)}" fill="hsl(${random.whole(0, 359)},60%,${random.whole(25, 75)}%)" transform="rotate(${random.whole(0, 180)} ${half} ${half})"/>`;
      return leaves;
    }
  }
}
