import { cloth } from './cloth.ts';
import type { DrawOccluder } from './occluder.ts';
import { skin } from './skin.ts';

/** Draws an arm that reaches into the bay from a side or from below, with sleeve, hand and fingers. */
export const drawHand: DrawOccluder = ({ width, height, bay, pxPerMm }, random) => {
  const unit = pxPerMm * random.between(1.2, 1.9);
  const from = random.pick(['left', 'right', 'below'] as const);
  const tip = [random.between(bay.left, bay.right), random.between(bay.top, bay.bottom)] as const;
  const root = {
    left: [-60, tip[1] + random.between(0.05, 0.3) * height],
    right: [width + 60, tip[1] + random.between(0.05, 0.3) * height],
    below: [tip[0] + random.between(-0.2, 0.2) * width, height + 60],
  }[from] as [number, number];
  const length = Math.hypot(root[0] - tip[0], root[1] - tip[1]);
  const [dx, dy] = [(tip[0] - root[0]) / length, (tip[1] - root[1]) / length];
  const at = (back: number, aside = 0) =>
    `${tip[0] - dx * back - dy * aside} ${tip[1] - dy * back + dx * aside}`;
  const sleeve = cloth('sleeve', unit, random);
  const tone = skin(random);
  const arm = random.between(90, 130) * unit;
  let fingers = '';
  for (const [i, reach] of [70, 95, 100, 88].entries())
    fingers += `<path d="M${at(90 * unit, (i - 1.5) * 26 * unit)} L${at((90 - reach) * unit, (i - 1.5) * 30 * unit)}" stroke="${tone}" stroke-width="${24 * unit}" stroke-linecap="round"/>`;
  return (
    `<defs>${sleeve.definition}</defs>` +
    `<path d="M${root.join(' ')} L${at(120 * unit)}" stroke="${tone}" stroke-width="${arm * 0.66}" stroke-linecap="round"/>` +
    `<path d="M${root.join(' ')} L${at(random.between(230, 420) * unit)}" stroke="${sleeve.fill}" stroke-width="${arm}" stroke-linecap="butt"/>` +
    `<path d="M${at(150 * unit)} L${at(85 * unit)}" stroke="${tone}" stroke-width="${100 * unit}" stroke-linecap="round"/>` +
    fingers +
    `<path d="M${at(120 * unit, 45 * unit)} L${at(60 * unit, 95 * unit)}" stroke="${tone}" stroke-width="${28 * unit}" stroke-linecap="round"/>`
  );
};
