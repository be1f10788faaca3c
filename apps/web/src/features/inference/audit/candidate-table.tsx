import { duration } from '../../../lib/time.ts';
import table from '../../../ui/data-table.module.css';
import classes from '../inference.module.css';
import { waitLabel } from '../wait-labels.ts';
import type { Candidate } from './list-audits.ts';

interface CandidateTableProps {
  name: string;
  rows: readonly { label: string; candidate: Candidate }[];
}

/** Lists waits with their cost in a replay of the recorded outages. */
export function CandidateTable({ name, rows }: CandidateTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.wide} tabIndex={0} aria-label={name}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>Waits</th>
            <th className={table.number}>First</th>
            <th className={table.number}>Factor</th>
            <th className={table.number}>Longest</th>
            <th className={table.number}>Cost</th>
            <th className={table.number}>Probes</th>
            <th className={table.number}>Noticed late</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, candidate: { waits, cost, probes, lateSeconds } }) => (
            <tr key={label}>
              <td>
                <b>{label}</b>
              </td>
              <td className={table.number}>{waitLabel(waits.baseSeconds)}</td>
              <td className={table.number}>{waits.factor}</td>
              <td className={table.number}>{waitLabel(waits.capSeconds)}</td>
              <td className={table.number}>{Math.round(cost).toLocaleString('en')}</td>
              <td className={table.number}>{Math.round(probes).toLocaleString('en')}</td>
              <td className={table.number}>{duration(lateSeconds * 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
