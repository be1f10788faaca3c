import type { PlanogramFormat } from '../../generated/graphql.ts';
import { planogramFormatWords } from '../../lib/words/planogram-format-words.ts';
import table from '../../ui/data-table.module.css';
import classes from './import-form.module.css';
import type { ImportAnswer } from './import-planogram.ts';

interface ImportProblemsProps {
  problems: ImportAnswer['problems'];
  /** What the file was read as. */
  format: PlanogramFormat | null;
}

/** What is wrong with a file, and where. A file is taken whole or not at all. */
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
        {format ? `Read as ${planogramFormatWords[format]}. ` : ''}Mend the file and choose it again; nothing
        of it was taken.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div className={classes.rows} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>Place</th>
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
