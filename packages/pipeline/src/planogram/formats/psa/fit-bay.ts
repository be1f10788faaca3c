export interface PsaBox {
  what: string;
  x: number;
  /** Bottom, y up. */
  y: number;
  width: number;
  height: number;
  fault(side: 'x' | 'y', complaint: string): void;
}

export interface Bay {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Limit of the share by which a drawing may exceed its planogram, as with a tall product on the top shelf. */
const overhangShare = 0.25;
/** Differences of rounding are not noted. */
const unspokenShare = 0.002;

/** Returns the planogram's face, enlarged to contain all boxes, or problems for boxes far outside. */
export function fitBay(
  drawn: { width: number; height: number },
  boxes: readonly PsaBox[],
): { bay: Bay; notes: string[] } {
  const bay: Bay = { left: 0, right: drawn.width, bottom: 0, top: drawn.height };
  for (const box of boxes) {
    const isInside =
      check(box, 'x', box.x, box.x + box.width, drawn.width) &&
      check(box, 'y', box.y, box.y + box.height, drawn.height);
    if (!isInside) continue;
    bay.left = Math.min(bay.left, box.x);
    bay.right = Math.max(bay.right, box.x + box.width);
    bay.bottom = Math.min(bay.bottom, box.y);
    bay.top = Math.max(bay.top, box.y + box.height);
  }
  const [across, up] = [bay.right - bay.left, bay.top - bay.bottom];
  const isLarger = across > drawn.width * (1 + unspokenShare) || up > drawn.height * (1 + unspokenShare);
  const notes = isLarger
    ? [
        `The drawing sticks out of its planogram of ${round(drawn.width)} by ${round(drawn.height)}; the bay is taken as ${round(across)} by ${round(up)}.`,
      ]
    : [];
  return { bay, notes };
}

function check(box: PsaBox, side: 'x' | 'y', from: number, to: number, limit: number): boolean {
  const slack = limit * overhangShare;
  if (from >= -slack && to <= limit + slack) return true;
  box.fault(
    side,
    `puts ${box.what} from ${round(from)} to ${round(to)}; the planogram reaches from 0 to ${round(limit)}`,
  );
  return false;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
