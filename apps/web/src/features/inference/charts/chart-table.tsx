'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import table from '../../../ui/data-table.module.css';
import { Moment } from '../../../ui/moment.tsx';
import classes from '../inference.module.css';

interface ChartTableProps {
  /** The subject of the figures, for screen readers. */
  name: string;
  /** The first is the time. */
  columns: readonly string[];
  rows: readonly { from: string; cells: readonly (string | number)[] }[];
  empty: string;
}

/** Shows the figures of a chart as a table, for people who prefer reading. */
export function ChartTable({ name, columns, rows, empty }: ChartTableProps) {
  const [open, { toggle }] = useDisclosure(false);
  const tableId = useId();
  const timeZone = ownTimeZone();
  return (
    <>
      <Button
        mt={8}
        variant="subtle"
        size="compact-sm"
        leftSection={open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        aria-expanded={open}
        aria-controls={tableId}
        onClick={toggle}
      >
        The same as a table
      </Button>
      <div id={tableId} className={classes.wide} tabIndex={open ? 0 : undefined}>
        {open && rows.length === 0 ? <p className={classes.dim}>{empty}</p> : null}
        {open && rows.length > 0 ? (
          <table className={table.table} aria-label={name}>
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th key={column} className={at === 0 ? undefined : table.number}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ from, cells }) => (
                <tr key={from}>
                  <td>
                    <Moment at={from} timeZone={timeZone} />
                  </td>
                  {cells.map((cell, at) => (
                    <td key={columns[at + 1]} className={table.number}>
                      {typeof cell === 'number' ? cell.toLocaleString('en') : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </>
  );
}
