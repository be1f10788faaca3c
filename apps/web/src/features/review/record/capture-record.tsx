'use client';
import { useSelectedKey } from '../../../shelf-view/selection.ts';
import { JsonView } from '../../../ui/json-view.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { ReviewedCapture } from '../read-capture.ts';
import type { ReviewSlots } from '../review-slots.ts';
import { AttemptsTable } from './attempts-table.tsx';
import classes from './capture-record.module.css';
import { DeviceFacts } from './device-facts.tsx';
import { HistoryTimeline } from './history-timeline.tsx';
import { PhotoQuality } from './photo-quality.tsx';
import { ScoreRuns } from './score-runs.tsx';

interface CaptureRecordProps extends Pick<ReviewSlots, 'bayWaivers'> {
  capture: ReviewedCapture;
}

/** Shows the whole record of a capture: history, photo quality, attempts, scores, waivers and payload. */
export function CaptureRecord({ capture, bayWaivers }: CaptureRecordProps) {
  const { store } = capture;
  const [, setPosition] = useSelectedKey();
  return (
    <div className={classes.record}>
      <Panel title="History">
        <HistoryTimeline events={capture.history} timeZone={store.timeZone} />
      </Panel>
      <div className={classes.column}>
        <Panel title="Photo quality" flush scrolls>
          <PhotoQuality
            quality={capture.quality}
            photo={capture.photo}
            placementProblem={capture.currentScore?.placementProblem}
            timeZone={store.timeZone}
          />
        </Panel>
        <Panel title="Device and time" flush>
          <DeviceFacts capture={capture} />
        </Panel>
        <Panel title="Inference attempts" flush scrolls>
          <AttemptsTable attempts={capture.attempts} />
        </Panel>
        <Panel title="Scores" flush>
          <ScoreRuns capture={capture} />
        </Panel>
        {bayWaivers(capture, (positionId) => {
          void setPosition(positionId);
          // Photo and planogram, which show the position, are at the top.
          window.scrollTo({ top: 0 });
        })}
        <Panel title="As submitted">
          {capture.payload === undefined ? (
            <p>Your role does not include reading payloads.</p>
          ) : (
            <JsonView label="Payload" text={JSON.stringify(capture.payload)} />
          )}
        </Panel>
      </div>
    </div>
  );
}
