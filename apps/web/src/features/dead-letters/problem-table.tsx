import { Code } from '@mantine/core';
import table from '../../ui/data-table.module.css';
import type { ListedDeadLetter } from './list-dead-letters.ts';

/** Lists the problems of a payload, field by field. */
export function ProblemTable({ problems }: { problems: ListedDeadLetter['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Where</th>
          <th>What</th>
          <th>Code</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ path, code, message }) => (
          <tr key={`${path} ${code}`}>
            <td>
              <Code>{path || '(whole payload)'}</Code>
            </td>
            <td>{message}</td>
            <td>{code}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
