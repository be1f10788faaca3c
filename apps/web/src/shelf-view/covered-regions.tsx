import { coveredPath } from './covered-path.ts';
import classes from './drawing.module.css';

interface CoveredRegionsProps {
  regions: readonly { outlines: readonly (readonly number[])[] }[];
  /** Of the photo, in screen pixels. */
  width: number;
  height: number;
}

/** Hatches the parts of the photo in which something stands before the shelf. */
export const CoveredRegions = ({ regions, width, height }: CoveredRegionsProps) => (
  <svg viewBox={`0 0 ${width || 1} ${height || 1}`} className={classes.covered} role="img">
    <title>Something stands in front of the shelf here</title>
    <defs>
      <pattern
        id="covered-hatch"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="9" height="9" className={classes.coveredGround} />
        <rect width="3" height="9" className={classes.coveredLine} />
      </pattern>
    </defs>
    {regions.map(({ outlines }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: regions have no identity and never change order
      <path key={i} d={coveredPath(outlines, width, height)} fillRule="evenodd" fill="url(#covered-hatch)" />
    ))}
  </svg>
);
