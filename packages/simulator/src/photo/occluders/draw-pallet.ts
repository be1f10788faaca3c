import type { DrawOccluder } from './occluder.ts';

/** Draws a pallet before the bay with stacked cartons, some printed or wrapped in film, some with packs in open trays. */
export const drawPallet: DrawOccluder = ({ height, bay, pxPerMm, packs }, random) => {
  const unit = pxPerMm * random.between(1.1, 1.35);
  const wide = random.between(500, 1000) * unit;
  const x = random.between(bay.left - wide * 0.3, bay.right - wide * 0.6);
  const foot = Math.max(height * 0.97, bay.bottom + 90 * pxPerMm);
  const top = bay.bottom - (bay.bottom - bay.top) * random.between(0.18, 0.6);
  const wrapped = random.chance(0.35);
  let cartons = '';
  let y = foot - 140 * unit;
  while (y > top) {
    const tall = Math.min(random.between(170, 300) * unit, y - top + 40 * unit);
    for (let left = x; left < x + wide - 30 * unit; ) {
      const broad = Math.min(random.between(220, 420) * unit, x + wide - left);
      const light = random.whole(42, 66);
      cartons += `<rect x="${left}" y="${y - tall}" width="${broad}" height="${tall}" fill="hsl(${random.whole(24, 38)},${random.whole(25, 45)}%,${light}%)" stroke="hsl(28,30%,${light - 16}%)" stroke-width="${5 * unit}"/>`;
      const face = random.pick(['tape', 'label', 'tray', 'plain'] as const);
      if (face === 'tape')
        cartons += `<rect x="${left}" y="${y - tall * 0.6}" width="${broad}" height="${48 * unit}" fill="hsl(40,45%,72%)" fill-opacity=".8"/>`;
      if (face === 'label')
        cartons += `<rect x="${left + broad * 0.2}" y="${y - tall * 0.75}" width="${broad * 0.4}" height="${tall * 0.4}" fill="#f4f2ec"/><path d="M${left + broad * 0.25} ${y - tall * 0.6} h${broad * 0.3} m0 ${tall * 0.1} h-${broad * 0.3}" stroke="#222" stroke-width="${9 * unit}"/>`;
      const pack = random.pick(packs);
      if (face === 'tray')
        for (let px = left + 8 * unit; px + pack.widthMm * unit < left + broad; px += pack.widthMm * unit)
          cartons += `<image href="${pack.href}" x="${px}" y="${y - tall * 0.95}" width="${pack.widthMm * unit}" height="${Math.min(tall * 0.8, pack.heightMm * unit)}" preserveAspectRatio="none"/>`;
      left += broad;
    }
    y -= tall;
  }
  const film = wrapped
    ? `<rect x="${x}" y="${y}" width="${wide}" height="${foot - 140 * unit - y}" fill="#e8eef2" fill-opacity=".35"/><path d="M${x} ${y + 40} L${x + wide} ${y + 160} M${x} ${y + 220} L${x + wide} ${y + 150}" stroke="#fff" stroke-opacity=".5" stroke-width="${14 * unit}"/>`
    : '';
  const wood = `<rect x="${x - 20 * unit}" y="${foot - 140 * unit}" width="${wide + 40 * unit}" height="${30 * unit}" fill="#b08a55"/><path d="M${x} ${foot - 110 * unit} v${120 * unit} M${x + wide / 2} ${foot - 110 * unit} v${120 * unit} M${x + wide} ${foot - 110 * unit} v${120 * unit}" stroke="#8a6a3e" stroke-width="${110 * unit}"/>`;
  return cartons + film + wood;
};
