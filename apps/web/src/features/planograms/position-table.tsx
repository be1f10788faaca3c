'use client';
import { useEffect, useRef } from 'react';
import type { Selection } from '../../shelf-view/selection.ts';
import table from '../../ui/data-table.module.css';
import classes from './position-table.module.css';
import type { PlannedPosition } from './read-version.ts';

interface PositionTableProps {
  positions: readonly PlannedPosition[];
  selection: Selection;
}

/** Lists every position of a version; the chosen one is scrolled into view. */
export function PositionTable({ positions, selection }: PositionTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const { selected, hovered, select, hover } = selection;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row is read from the page after each choice
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('[data-chosen="true"]');
    if (!row || !box.current) return;
    const { scrollTop, clientHeight } = box.current;
    // Only the table scrolls: scrollIntoView would move the drawing out of view as well.
    if (row.offsetTop < scrollTop) box.current.scrollTop = row.offsetTop;
    else if (row.offsetTop + row.offsetHeight > scrollTop + clientHeight)
      box.current.scrollTop = row.offsetTop + row.offsetHeight - clientHeight;
  }, [selected]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section ref={box} className={classes.box} aria-label="Positions" tabIndex={0}>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th>Slot</th>
            <th>Product</th>
            <th className={table.number}>Facings</th>
            <th className={`${table.number} ${classes.size}`}>Size</th>
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => {
            const { positionId: id, product, shelfNumber, sequence } = position;
            const chosen = id === selected;
            return (
              <tr
                key={id}
                data-chosen={chosen}
                data-hovered={id === hovered}
                onPointerEnter={() => hover(id)}
                onPointerLeave={() => hover(null)}
              >
                <td>
                  {shelfNumber}.{sequence}
                </td>
                <td>
                  <button
                    type="button"
                    className={classes.name}
                    aria-pressed={chosen}
                    onClick={() => select(chosen ? null : id)}
                  >
                    {product.name}
                  </button>
                  <div className={classes.dim}>
                    {[product.brand, product.sku, product.gtin === product.sku ? null : product.gtin]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td className={table.number}>
                  {position.facingsHorizontal} × {position.facingsVertical}
                </td>
                <td className={`${table.number} ${classes.size}`}>
                  {Math.round(position.widthMm)} × {Math.round(position.heightMm)} mm
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
