/** A box of a drawing, in any unit. */
export interface KeyedBox {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const directions: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Returns the box that an arrow key leads to: the nearest in that direction, sideways distance counting double; null
 * at an edge.
 */
export function nearestBox(boxes: readonly KeyedBox[], from: KeyedBox, key: string): KeyedBox | null {
  const direction = directions[key];
  if (!direction) return null;
  const [dx, dy] = direction;
  let best: KeyedBox | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const rightward = box.x + box.width / 2 - (from.x + from.width / 2);
    const downward = box.y + box.height / 2 - (from.y + from.height / 2);
    const ahead = rightward * dx + downward * dy;
    const aside = Math.abs(rightward * dy) + Math.abs(downward * dx);
    // Only boxes more ahead than aside: otherwise "right" could change the shelf.
    if (box.key === from.key || ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < bestCost) [best, bestCost] = [box, cost];
  }
  return best;
}
