import { masterDataOutcomeLabels } from '../../labels/master-data-labels.ts';
import table from '../../ui/data-table.module.css';
import classes from './master-data.module.css';
import type { PreviewReport } from './preview-master-data.ts';

/** Shows what an import would do: counts, the first differences, and rows that it would leave out. */
export function ImportPreview({ report }: { report: PreviewReport }) {
  const { rows, created, changed, unchanged, failed, differences, errors, unusedColumns } = report;
  const count = (number: number) => number.toLocaleString('en');
  return (
    <section aria-label="Preview" className={classes.preview}>
      <p role="status">
        <b>{count(rows)} rows:</b> {count(created)} new, {count(changed)} changed, {count(unchanged)}{' '}
        unchanged, {count(failed)} left out. Nothing is written yet.
      </p>
      {unusedColumns.length > 0 ? <p>Columns that are not used: {unusedColumns.join(', ')}.</p> : null}
      {errors.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <div className={classes.rows} tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>Line</th>
                <th>Why it is left out</th>
              </tr>
            </thead>
            <tbody>
              {errors.map(({ line, message }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {differences.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <div className={classes.rows} tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>Line</th>
                <th>Row</th>
                <th>Change</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ line, outcome, key, changes }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td>{key}</td>
                  <td>
                    {outcome === 'CREATED'
                      ? masterDataOutcomeLabels[outcome]
                      : changes
                          .map(({ column, from, to }) => `${column}: ${from ?? 'empty'} → ${to}`)
                          .join('; ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
