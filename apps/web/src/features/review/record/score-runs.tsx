'use client';
import { useState } from 'react';
import { scoreOriginLabels } from '../../../labels/score-labels.ts';
import { percent } from '../../../lib/percent.ts';
import table from '../../../ui/data-table.module.css';
import { Moment } from '../../../ui/moment.tsx';
import type { ReviewedCapture } from '../read-capture.ts';
import record from './capture-record.module.css';
import { RunComparison } from './run-comparison.tsx';
import classes from './score-runs.module.css';

type Run = ReviewedCapture['scores'][number];

/** Lists all scores of the capture, and what changed between any two. A score is immutable; a new one follows it. */
export function ScoreRuns({ capture }: { capture: ReviewedCapture }) {
  const { scores, currentScore, store } = capture;
  const [picked, setPicked] = useState<{ before: string | null; after: string | null }>({
    before: null,
    after: null,
  });
  if (scores.length === 0) return <p className={record.none}>No score yet.</p>;
  const currentId = currentScore?.id ?? null;
  const after = scores.find(({ id }) => id === picked.after) ?? scores.find(({ id }) => id === currentId);
  const before = scores.find(({ id }) => id === picked.before) ?? usualBefore(scores, after);
  const comparable = scores.length > 1;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it sideways by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label="Every run">
        <table className={table.table}>
          <thead>
            <tr>
              {comparable ? (
                <>
                  <th>Before</th>
                  <th>After</th>
                </>
              ) : null}
              <th>When</th>
              <th>What made it</th>
              <th className={table.number}>Score</th>
              <th className={table.number}>Coverage</th>
              <th className={table.number}>Strict</th>
              <th>From</th>
            </tr>
          </thead>
          <tbody>
            {scores.map((run) => (
              <tr key={run.id} data-current={run.id === currentId} className={classes.run}>
                {comparable ? (
                  <>
                    <td>
                      <input
                        type="radio"
                        name="run-before"
                        aria-label={`Compare from ${nameOf(run)}`}
                        checked={run.id === before?.id}
                        onChange={() => setPicked({ before: run.id, after: after?.id ?? null })}
                      />
                    </td>
                    <td>
                      <input
                        type="radio"
                        name="run-after"
                        aria-label={`Compare to ${nameOf(run)}`}
                        checked={run.id === after?.id}
                        onChange={() => setPicked({ before: before?.id ?? null, after: run.id })}
                      />
                    </td>
                  </>
                ) : null}
                <td className={classes.when}>
                  <Moment at={run.createdAt} timeZone={store.timeZone} />
                  {run.id === currentId ? (
                    <div>
                      <b>current</b>
                    </div>
                  ) : null}
                </td>
                <td>
                  {scoreOriginLabels[run.origin]}
                  {run.author ? <div className={classes.dim}>{run.author}</div> : null}
                  {run.batch ? <BatchLink id={run.batch.id} /> : null}
                </td>
                <td className={table.number}>{percent(run.score)}</td>
                <td className={table.number}>{percent(run.coverage)}</td>
                <td className={table.number}>{percent(run.strictRate)}</td>
                <td>
                  Tier {run.tier}, {run.modelId}
                  <div className={classes.dim}>
                    {run.planogramVersion.label}
                    {run.mappedFrom ? `, mapped from ${run.mappedFrom.label}` : ''}, formula{' '}
                    {run.formulaVersion}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {before && after && before.id !== after.id ? (
        <RunComparison captureId={capture.id} before={before} after={after} />
      ) : null}
    </>
  );
}

/** Returns the score that a score is first compared with: its parent. `scores`: newest first. */
function usualBefore(scores: readonly Run[], after: Run | undefined): Run | undefined {
  if (!after) return undefined;
  const parent = scores.find(({ id }) => id === after.parent?.id);
  return parent ?? scores[scores.indexOf(after) + 1];
}

const nameOf = ({ origin, createdAt, score }: Run): string =>
  `${scoreOriginLabels[origin].toLowerCase()}, ${percent(score)}, ${createdAt}`;

const BatchLink = ({ id }: { id: string }) => (
  <div className={classes.dim}>
    <a href={`/batches/${encodeURIComponent(id)}`}>The batch</a>
  </div>
);
