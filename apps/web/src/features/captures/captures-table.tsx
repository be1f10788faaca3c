'use client';
import Link from 'next/link';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import { ScoreMeter } from '../../ui/score-meter.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { captureObstacle } from './capture-obstacle.ts';
import type { CaptureSelection } from './capture-selection.ts';
import classes from './captures-table.module.css';
import type { ListedCapture } from './list-captures.ts';
import { SelectCapture, SelectListed } from './select-captures.tsx';
import { VerdictBar } from './verdict-bar.tsx';

interface CapturesTableProps {
  captures: ListedCapture[];
  /** Null for viewers who can do nothing with selected captures. */
  selection: CaptureSelection | null;
}

export function CapturesTable({ captures, selection }: CapturesTableProps) {
  const body = useRowWalk<HTMLTableSectionElement>();
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th>
            <span className={classes.spoken}>Photo</span>
            {selection ? <SelectListed selection={selection} captures={captures} /> : null}
          </th>
          <th>Store and bay</th>
          <th>Taken</th>
          <th>State</th>
          <th>Score</th>
          <th data-from="lg">Verdicts</th>
          <th data-from="md">Tier</th>
          <th data-from="lg">Planogram version</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {captures.map((capture) => (
          <CaptureRow key={capture.id} capture={capture} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

interface CaptureRowProps {
  capture: ListedCapture;
  selection: CaptureSelection | null;
}

function CaptureRow({ capture, selection }: CaptureRowProps) {
  const { store, bay, currentScore: score, planogramVersion } = capture;
  return (
    <tr data-selected={selection?.has(capture.id)}>
      <td>
        <div className={classes.photo}>
          {selection ? <SelectCapture selection={selection} capture={capture} /> : null}
          <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} />
        </div>
      </td>
      <td>
        <Link
          className={classes.link}
          href={`/captures/${encodeURIComponent(capture.id)}`}
          prefetch={false}
          data-walk
        >
          {store.code} · {bay.aisle}
        </Link>
        <div className={classes.dim}>{store.name}</div>
      </td>
      <td className={classes.taken}>
        <Moment at={capture.takenAt} timeZone={store.timeZone} />
      </td>
      <td>
        <StateTag state={capture.state} />
        <Obstacle capture={capture} />
      </td>
      <td>{score ? <ScoreMeter {...score} /> : <span className={classes.dim}>–</span>}</td>
      <td data-from="lg">{score ? <VerdictBar counts={score.verdictCounts} /> : null}</td>
      <td data-from="md">{score?.tier ?? <span className={classes.dim}>–</span>}</td>
      <td data-from="lg">
        {planogramVersion?.label ?? (
          <>
            {capture.taggedVersion} <span className={classes.dim}>tagged</span>
          </>
        )}
      </td>
    </tr>
  );
}

/** Shows why the photo waits or was rejected: a short label, with figures on hover. */
function Obstacle({ capture }: { capture: ListedCapture }) {
  const obstacle = captureObstacle(capture);
  if (!obstacle) return null;
  return (
    <div className={classes.obstacle} title={obstacle.sentence}>
      {obstacle.label}
    </div>
  );
}
