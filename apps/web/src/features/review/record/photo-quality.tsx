import { IconBulb } from '@tabler/icons-react';
import Link from 'next/link';
import { findingSentence } from '../../lib/words/photo-findings.ts';
import { recaptureAdvice } from '../../lib/words/recapture-advice.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import record from './capture-record.module.css';
import { measuredAgainst } from './measured-against.ts';
import classes from './photo-quality.module.css';
import type { ReviewedCapture } from './read-capture.ts';

interface PhotoQualityProps {
  quality: ReviewedCapture['quality'];
  photo: ReviewedCapture['photo'];
  timeZone: string;
}

/** What was measured on the photo, beside what the rule asks for; light that the next photo should do without. */
export function PhotoQuality({ quality, photo, timeZone }: PhotoQualityProps) {
  if (!quality) return <p className={record.none}>The photo has not been measured yet.</p>;
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th>What</th>
            <th>Measured</th>
            <th>Asked for</th>
            <th>Finding</th>
          </tr>
        </thead>
        <tbody>
          {measuredAgainst(quality, photo).map(({ name, measured, asked, finding }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{measured}</td>
              <td className={asked ? undefined : classes.dim}>{asked ?? 'advice only'}</td>
              <td
                className={finding.tone ? classes.finding : undefined}
                data-tone={finding.tone ?? undefined}
              >
                {finding.word}
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

/** Which rule the photo was judged by, and who set it. */
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
