import type { Random } from '../../random.ts';

/** Returns a colour of skin, from light to dark. */
export const skin = (random: Random): string =>
  `hsl(${random.whole(16, 28)},${random.whole(30, 50)}%,${random.whole(26, 74)}%)`;
