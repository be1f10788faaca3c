import type { Icon } from '@tabler/icons-react';
import classes from './drawing.module.css';
import type { DrawnPosition } from './read-planogram-version.ts';

interface PlannedPositionProps {
  position: DrawnPosition;
  /** In screen pixels. */
  place: { x: number; y: number; width: number; height: number };
  icon: Icon | null;
}

/** Below these sizes text would be unreadable; the name is still on hover, in the list and for screen readers. */
const minWordWidthPx = 26;
const minWordHeightPx = 22;
const iconPx = 14;
const linePx = 11;
/** Below this width a smaller font keeps most words in one piece. */
const narrowPx = 40;

/**
 * Draws one planned position: its outline, its facings as dashed lines, its product's name, and the icon of its
 * verdict.
 */
export function PlannedPosition({ position, place, icon: VerdictIcon }: PlannedPositionProps) {
  const { x, y, width, height } = place;
  const gap = 0.75;
  const inner = {
    x: x + gap,
    y: y + gap,
    width: Math.max(1, width - 2 * gap),
    height: Math.max(1, height - 2 * gap),
  };
  const columns = Array.from(
    { length: position.facingsHorizontal - 1 },
    (_, at) => x + (width * (at + 1)) / position.facingsHorizontal,
  );
  const rows = Array.from(
    { length: position.facingsVertical - 1 },
    (_, at) => y + (height * (at + 1)) / position.facingsVertical,
  );
  return (
    <>
      <rect className={classes.wash} {...inner} rx={2} />
      {columns.map((at) => (
        <line key={`x${at}`} className={classes.divide} x1={at} x2={at} y1={inner.y} y2={y + height - gap} />
      ))}
      {rows.map((at) => (
        <line key={`y${at}`} className={classes.divide} y1={at} y2={at} x1={inner.x} x2={x + width - gap} />
      ))}
      <rect data-part="edge" {...inner} rx={2} />
      {width >= minWordWidthPx && height >= minWordHeightPx ? (
        <foreignObject {...inner} className={classes.words}>
          <div data-narrow={width < narrowPx}>
            {VerdictIcon ? <VerdictIcon size={iconPx} stroke={2.2} aria-hidden /> : null}
            <span
              style={{
                WebkitLineClamp: Math.max(1, Math.floor((height - 8 - (VerdictIcon ? iconPx : 0)) / linePx)),
              }}
            >
              {position.product.name}
            </span>
          </div>
        </foreignObject>
      ) : null}
    </>
  );
}
