import type { DrawOccluder } from './occluder.ts';

/** Draws a shopping trolley full of packs before the bay: a basket of wire whose content shows, a handle, legs and wheels. */
export const drawTrolley: DrawOccluder = ({ height, bay, pxPerMm, packs }, random) => {
  const unit = pxPerMm * random.between(1.15, 1.5);
  const wide = random.between(520, 850) * unit;
  const tall = random.between(380, 560) * unit;
  const x = random.between(bay.left - wide * 0.3, bay.right - wide * 0.7);
  const floor = Math.max(height * 0.99, bay.bottom + 120 * pxPerMm);
  const bottom = Math.min(floor - 180 * unit, bay.bottom - random.between(-150, 350) * pxPerMm);
  const top = bottom - tall;
  const slant = random.between(0.05, 0.16) * wide * (random.chance(0.5) ? 1 : -1);
  let content = `<path d="M${x} ${top} L${x + wide} ${top} L${x + wide - Math.abs(slant)} ${bottom} L${x + Math.abs(slant)} ${bottom} Z" fill="hsl(${random.whole(0, 359)},15%,${random.whole(15, 40)}%)"/>`;
  for (let y = bottom - 10 * unit; y > top - 20 * unit; ) {
    let tallest = 0;
    for (let left = x + Math.abs(slant) * 0.6; left < x + wide - Math.abs(slant) * 0.6; ) {
      const pack = random.pick(packs);
      const scale = unit * random.between(0.9, 1.1);
      const [w, h] = [pack.widthMm * scale, pack.heightMm * scale];
      content += `<image href="${pack.href}" x="${left}" y="${y - h}" width="${w}" height="${h}" preserveAspectRatio="none" transform="rotate(${random.whole(-14, 14)} ${left + w / 2} ${y - h / 2})"/>`;
      left += w * random.between(0.85, 1.05);
      tallest = Math.max(tallest, h);
    }
    y -= tallest * 0.62;
  }
  let wire = '';
  const step = random.between(35, 60) * unit;
  for (let left = 0; left <= wide; left += step) {
    const inward = (left / wide - 0.5) * -2 * Math.abs(slant);
    wire += `M${x + left} ${top} L${x + left + inward} ${bottom} `;
  }
  for (let y = top; y <= bottom; y += step * 1.6) wire += `M${x} ${y} h${wide} `;
  const metal = `hsl(210,8%,${random.whole(45, 80)}%)`;
  const legs = `<path d="M${x + wide * 0.15} ${bottom} L${x + wide * 0.1} ${floor - 90 * unit} L${x + wide * 0.9} ${floor - 90 * unit} L${x + wide * 0.85} ${bottom}" fill="none" stroke="${metal}" stroke-width="${26 * unit}"/><circle cx="${x + wide * 0.12}" cy="${floor - 50 * unit}" r="${50 * unit}" fill="#333"/><circle cx="${x + wide * 0.88}" cy="${floor - 50 * unit}" r="${50 * unit}" fill="#333"/>`;
  return (
    legs +
    content +
    `<path d="${wire}" stroke="${metal}" stroke-width="${7 * unit}" fill="none"/>` +
    `<path d="M${x - 30 * unit} ${top - 20 * unit} h${wide + 60 * unit}" stroke="hsl(${random.whole(0, 359)},70%,42%)" stroke-width="${36 * unit}" stroke-linecap="round"/>`
  );
};
