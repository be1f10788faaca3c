import { cloth } from './cloth.ts';
import type { DrawOccluder } from './occluder.ts';
import { skin } from './skin.ts';

/** Draws a shopper from behind or from the side, feet below the bay's foot, as one who walks through the picture. */
export const drawPerson: DrawOccluder = ({ bay, height, pxPerMm }, random) => {
  const unit = pxPerMm * random.between(1.1, 1.5);
  const x = random.between(bay.left, bay.right);
  const tall = random.between(1350, 1850) * unit;
  const feet = Math.max(height, bay.bottom + random.between(50, 400) * pxPerMm);
  const top = feet - tall;
  const shirt = cloth('shirt', unit, random);
  const trousers = cloth('trousers', unit, random.fork('trousers'));
  const tone = skin(random);
  const hair = `hsl(${random.whole(15, 45)},${random.whole(5, 50)}%,${random.whole(8, 60)}%)`;
  const shoulder = random.between(190, 270) * unit;
  const hip = shoulder * random.between(0.7, 1);
  const head = random.between(85, 110) * unit;
  const neck = top + 2.4 * head;
  const waist = neck + 560 * unit;
  const side = random.chance(0.5) ? 1 : -1;
  const elbow = [
    x + side * (shoulder + random.between(20, 260) * unit),
    neck + random.between(200, 380) * unit,
  ];
  const hand = [
    (elbow[0] ?? x) + side * random.between(-120, 220) * unit,
    (elbow[1] ?? neck) + random.between(-260, 240) * unit,
  ];
  const sleeve = 105 * unit;
  return (
    `<defs>${shirt.definition}${trousers.definition}</defs>` +
    `<path d="M${x - hip} ${waist - 40 * unit} L${x + hip} ${waist - 40 * unit} L${x + hip * 0.95} ${feet} L${x + hip * 0.1} ${feet} L${x} ${waist + 250 * unit} L${x - hip * 0.1} ${feet} L${x - hip * 0.95} ${feet} Z" fill="${trousers.fill}"/>` +
    `<path d="M${x + side * shoulder * 0.8} ${neck + 90 * unit} L${elbow.join(' ')} L${hand.join(' ')}" fill="none" stroke="${tone}" stroke-width="${sleeve * 0.75}" stroke-linecap="round" stroke-linejoin="round"/>` +
    `<path d="M${x + side * shoulder * 0.8} ${neck + 90 * unit} L${elbow.join(' ')}" fill="none" stroke="${shirt.fill}" stroke-width="${sleeve}" stroke-linecap="round"/>` +
    `<path d="M${x - 0.35 * shoulder} ${neck - 20 * unit} Q${x} ${neck + 30 * unit} ${x + 0.35 * shoulder} ${neck - 20 * unit} L${x + shoulder} ${neck + 70 * unit} L${x + hip * 1.05} ${waist} L${x - hip * 1.05} ${waist} L${x - shoulder} ${neck + 70 * unit} Z" fill="${shirt.fill}"/>` +
    `<rect x="${x - head * 0.45}" y="${top + 1.5 * head}" width="${head * 0.9}" height="${head}" fill="${tone}"/>` +
    `<ellipse cx="${x}" cy="${top + head * 1.1}" rx="${head * 0.85}" ry="${head * 1.1}" fill="${hair}"/>`
  );
};
