import { IconBulb } from '@tabler/icons-react';
import Link from 'next/link';
import type { PlacementProblem } from '../../../generated/graphql.ts';
import { findingSentence } from '../../../labels/photo-findings.ts';
import { recaptureAdvice } from '../../../labels/recapture-advice.ts';
import table from '../../../ui/data-table.module.css';
import { Moment } from '../../../ui/moment.tsx';
import type { ReviewedCapture } from '../read-capture.ts';
import record from './capture-record.module.css';
import { measuredAgainst } from './measured-against.ts';
import classes from './photo-quality.module.css';

interface PhotoQualityProps {
  quality: ReviewedCapture['quality'];
  photo: ReviewedCapture['photo'];
  /** Undefined until the capture is scored. */
  placementProblem: PlacementProblem | null | undefined;
  timeZone: string;
}

/** Shows the measures of the photo beside the requirements of the rule, and advice on light for the next photo. */
export function PhotoQuality({ quality, photo, placementProblem, timeZone }: PhotoQualityProps) {
  if (!quality) return <p className={record.none}>The photo has not been measured yet.</p>;
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th>Measure</th>
            <th>Measured</th>
            <th>Required</th>
            <th>Finding</th>
          </tr>
        </thead>
        <tbody>
          {measuredAgainst(quality, photo, placementProblem).map(({ name, measured, asked, finding }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{measured}</td>
              <td className={asked ? undefined : classes.dim}>{asked ?? 'advice only'}</td>
              <td
                className={finding.tone ? classes.finding : undefined}
                data-tone={finding.tone ?? undefined}
              >
                {finding.label}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {quality.hints.length > 0 ? (
        <div className={classes.hints}>
          <b>For the next photo</b>
          <ul>
            {quality.hints.map((hint) => (
              <li key={hint}>
                <IconBulb size={15} stroke={1.8} aria-hidden />
                <span>
                  {findingSentence(hint, quality, photo)} {recaptureAdvice[hint]}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <RuleLine rule={quality.rule} timeZone={timeZone} />
    </>
  );
}

type Rule = NonNullable<ReviewedCapture['quality']>['rule'];

/** Shows which rule the photo was judged by, and who set it. */
function RuleLine({ rule, timeZone }: { rule: Rule; timeZone: string }) {
  if (!rule) return null;
  const scope = [rule.store ? `store ${rule.store.code}` : 'every store', rule.deviceModel].filter(Boolean);
  return (
    <p className={classes.rule}>
      Judged by the rule for {scope.join(', ')},{' '}
      {rule.builtIn || !rule.createdAt ? (
        'built in'
      ) : (
        <>
          set by {rule.createdBy} <Moment at={rule.createdAt} timeZone={timeZone} />
          {rule.note ? `: “${rule.note}”` : ''}
        </>
      )}
      . <Link href="/settings/quality">All rules</Link>
    </p>
  );
}
