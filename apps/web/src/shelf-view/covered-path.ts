/** Returns the SVG path of closed outlines (x, y, x, y, ... in 0..1 of the photo) on a photo of this size in pixels. */
export const coveredPath = (
  outlines: readonly (readonly number[])[],
  width: number,
  height: number,
): string =>
  outlines
    .map((outline) => {
      const corners = outline.flatMap((share, i) =>
        i % 2 === 0 ? [`${onSide(share, width)} ${onSide(outline[i + 1] ?? 0, height)}`] : [],
      );
      return `M${corners.join(' L')} Z`;
    })
    .join(' ');

/** Nothing is drawn beyond the photo. */
const onSide = (share: number, sidePx: number): number =>
  Math.round(Math.min(1, Math.max(0, share)) * sidePx * 10) / 10;
