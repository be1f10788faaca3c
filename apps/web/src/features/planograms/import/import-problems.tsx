import type { PlanogramFormat } from '../../../generated/graphql.ts';
import { planogramFormatLabels } from '../../../labels/planogram-format-labels.ts';
import table from '../../../ui/data-table.module.css';
import classes from './import-form.module.css';
import type { ImportAnswer } from './import-planogram.ts';

interface ImportProblemsProps {
  problems: ImportAnswer['problems'];
  /** The format that the file was read as. */
  format: PlanogramFormat | null;
}

/** Lists the problems of a file and where they are. A file is imported completely or not at all. */
export function ImportProblems({ problems, format }: ImportProblemsProps) {
  return (
    <section
      className={classes.problems}
      data-tone="bad"
      role="alert"
      aria-label="What is wrong with the file"
    >
      <p>
        <b>
          Not imported:{' '}
          {problems.length === 1 ? '1 problem' : `${problems.length.toLocaleString('en')} problems`}.
        </b>{' '}
        {format ? `Read as ${planogramFormatLabels[format]}. ` : ''}Correct the file and choose it again;
        nothing was imported.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div className={classes.rows} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>Location</th>
              <th>What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ path, code, message }) => (
              <tr key={`${path} ${code} ${message}`}>
                <td className={classes.place}>{path}</td>
                <td title={code}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
