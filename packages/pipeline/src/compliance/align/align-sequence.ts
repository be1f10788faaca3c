/**
 * Finds the cheapest alignment of two sequences (Needleman and Wunsch, 1970): each step pairs an item of both or
 * passes over one of either. Order is kept. Returns the paired indices.
 * `pairCost` gives Infinity for pairs that may not be.
 */
export function alignSequence(
  lengthA: number,
  lengthB: number,
  pairCost: (a: number, b: number) => number,
  passCost: number,
): [a: number, b: number][] {
  const columns = lengthB + 1;
  const total = new Float64Array((lengthA + 1) * columns);
  const step = new Uint8Array((lengthA + 1) * columns);
  for (let a = 0; a <= lengthA; a++) {
    for (let b = 0; b <= lengthB; b++) {
      if (a === 0 && b === 0) continue;
      const at = a * columns + b;
      let minCost = a > 0 ? (total[at - columns] ?? 0) + passCost : Number.POSITIVE_INFINITY;
      let taken = passA;
      const passedB = b > 0 ? (total[at - 1] ?? 0) + passCost : Number.POSITIVE_INFINITY;
      if (passedB < minCost) {
        minCost = passedB;
        taken = passB;
      }
      // Ties prefer the pair, then skipping A, so the same input always gives the same result.
      const before = a > 0 && b > 0 ? (total[at - columns - 1] ?? 0) : Number.POSITIVE_INFINITY;
      if (before <= minCost) {
        const paired = before + pairCost(a - 1, b - 1);
        if (paired <= minCost) {
          minCost = paired;
          taken = pairStep;
        }
      }
      total[at] = minCost;
      step[at] = taken;
    }
  }
  const pairs: [number, number][] = [];
  for (let a = lengthA, b = lengthB; a > 0 || b > 0; ) {
    const taken = step[a * columns + b];
    if (taken === pairStep) pairs.push([--a, --b]);
    else if (taken === passA) a--;
    else b--;
  }
  return pairs.reverse();
}

const pairStep = 1;
const passA = 2;
const passB = 3;
