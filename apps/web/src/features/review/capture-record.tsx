import { JsonView } from '../../ui/json-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AttemptsTable } from './attempts-table.tsx';
import classes from './capture-record.module.css';
import { HistoryTimeline } from './history-timeline.tsx';
import { PhotoQuality } from './photo-quality.tsx';
import type { ReviewedCapture } from './read-capture.ts';
import { ScoreRows } from './score-rows.tsx';

/** How the capture came to its state and score: everything that is kept about it. */
export function CaptureRecord({ capture }: { capture: ReviewedCapture }) {
  const { store } = capture;
  return (
    <div className={classes.record}>
      <Panel title="History">
        <HistoryTimeline events={capture.history} timeZone={store.timeZone} />
      </Panel>
      <div className={classes.column}>
        <Panel title="Photo quality" flush scrolls>
          <PhotoQuality quality={capture.quality} photo={capture.photo} timeZone={store.timeZone} />
        </Panel>
        <Panel title="Inference attempts" flush scrolls>
          <AttemptsTable attempts={capture.attempts} />
        </Panel>
        <Panel title="Score rows" flush scrolls>
          <ScoreRows
            scores={capture.scores}
            currentId={capture.currentScore?.id ?? null}
            timeZone={store.timeZone}
          />
        </Panel>
        <Panel title="As handed in">
          <JsonView label="Payload" text={JSON.stringify(capture.payload)} />
        </Panel>
      </div>
    </div>
  );
}
