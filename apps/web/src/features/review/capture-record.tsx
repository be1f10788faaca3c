'use client';
import { JsonView } from '../../ui/json-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BayWaivers } from '../waivers/bay-waivers.tsx';
import { AttemptsTable } from './attempts-table.tsx';
import classes from './capture-record.module.css';
import { HistoryTimeline } from './history-timeline.tsx';
import { PhotoQuality } from './photo-quality.tsx';
import type { ReviewedCapture } from './read-capture.ts';
import { ScoreRuns } from './score-runs.tsx';
import { usePosition } from './selection.ts';

/** How the capture came to its state and score: everything that is kept about it. */
export function CaptureRecord({ capture }: { capture: ReviewedCapture }) {
  const { store } = capture;
  const [, setPosition] = usePosition();
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
        <Panel title="Scores" flush>
          <ScoreRuns capture={capture} />
        </Panel>
        <BayWaivers
          bayId={capture.bay.id}
          storeCode={store.code}
          aisle={capture.bay.aisle}
          timeZone={store.timeZone}
          select={(positionId) => {
            void setPosition(positionId);
            // Photo and planogram, where it is shown, stand at the top.
            window.scrollTo({ top: 0 });
          }}
        />
        <Panel title="As handed in">
          <JsonView label="Payload" text={JSON.stringify(capture.payload)} />
        </Panel>
      </div>
    </div>
  );
}
