import { IconAlertTriangle, IconLoader2, IconShieldCheck } from '@tabler/icons-react';
import { runAuthor } from '../../labels/retention-labels.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { IntegrityReport } from './read-retention.ts';
import classes from './retention-screen.module.css';
import { samplesOf } from './samples-of.ts';

/** Lists integrity checks: what was compared, and what was wrong. */
export function IntegrityTable({ reports }: { reports: readonly IntegrityReport[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>When (UTC)</th>
          <th>Result</th>
          <th className={table.number}>Named</th>
          <th className={table.number}>Stored</th>
          <th className={table.number}>Missing</th>
          <th className={table.number}>Damaged</th>
          <th className={table.number}>Orphaned</th>
          <th>Made by</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <td className={classes.nowrap}>
              <Moment at={report.createdAt} timeZone="UTC" />
            </td>
            <td>
              <Result report={report} />
              <Samples report={report} />
            </td>
            <Figure report={report} name="rows" />
            <Figure report={report} name="objects" />
            <Figure report={report} name="missing" tone="bad" />
            <Figure report={report} name="damaged" tone="bad" />
            <Figure report={report} name="orphaned" tone="short" />
            <td className={classes.dim}>{runAuthor(report.createdBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FigureProps {
  report: IntegrityReport;
  name: 'rows' | 'objects' | 'missing' | 'damaged' | 'orphaned';
  /** For a number above 0. */
  tone?: 'bad' | 'short';
}

/** Shows a count, or a dash while the check is running: nothing found yet is not zero. */
function Figure({ report, name, tone }: FigureProps) {
  const value = report[name];
  return (
    <td className={table.number} data-tone={value > 0 ? tone : undefined}>
      <span className={tone && value > 0 ? classes.found : undefined}>
        {report.endedAt ? value.toLocaleString('en') : '–'}
      </span>
    </td>
  );
}

function Result({ report: { endedAt, missing, damaged, orphaned } }: { report: IntegrityReport }) {
  if (!endedAt)
    return (
      <Tag tone="quiet" icon={IconLoader2}>
        Starts within minutes
      </Tag>
    );
  if (missing > 0 || damaged > 0)
    return (
      <Tag tone="bad" icon={IconAlertTriangle}>
        Photos are lost or damaged
      </Tag>
    );
  return (
    <Tag tone={orphaned > 0 ? 'short' : 'good'} icon={IconShieldCheck}>
      {orphaned > 0 ? 'All present, some orphaned objects' : 'All present'}
    </Tag>
  );
}

/** Lists some hashes of missing, damaged or orphaned objects, for a search in the object store. */
function Samples({ report }: { report: IntegrityReport }) {
  const samples = samplesOf(report.samples);
  if (samples.length === 0) return null;
  return (
    <details className={classes.dim}>
      <summary>Some of them</summary>
      {samples.map(({ kind, hashes }) => (
        <div key={kind}>
          {kind}
          <ul className={classes.hashes}>
            {hashes.map((hash) => (
              <li key={hash}>{hash}</li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
