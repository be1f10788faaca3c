import { clockErrorSourceLabels, clockLabel, timeSourceLabels } from '../../../labels/clock-labels.ts';
import { deviceLabel } from '../../../labels/device-label.ts';
import { metadataFlawLabels } from '../../../labels/quality-labels.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Moment } from '../../../ui/moment.tsx';
import type { ReviewedCapture } from '../read-capture.ts';
import classes from './device-facts.module.css';

/** Shows the device of a capture, what it declares about the photo, and each time with the one that rules use. */
export function DeviceFacts({ capture }: { capture: ReviewedCapture }) {
  const { device, store, timeSource, sentAt, declaredWidthPx, declaredHeightPx, photo } = capture;
  const moment = (at: string) => <Moment key={at} at={at} timeZone={store.timeZone} />;
  const source = device?.clockErrorSource ?? null;
  return (
    <div className={classes.facts}>
      <Facts
        facts={[
          ['Device', device ? deviceLabel(device) : 'not known'],
          ['Camera model', capture.cameraModel ?? 'not known'],
          ['Firmware', capture.firmware ?? 'not reported'],
          [
            'Device’s clock',
            `${clockLabel(device?.clockErrorMs ?? null, timeSource)}${source ? `, ${clockErrorSourceLabels[source]}` : ''}`,
          ],
          ['Taken, by the device', moment(capture.takenAt)],
          ['Sent, by the device', sentAt === null ? 'not reported' : moment(sentAt)],
          ['Received', moment(capture.receivedAt)],
          [
            'Time for rules',
            <span key="rules" data-tone={timeSource === 'DEVICE_CLOCK' ? undefined : 'short'}>
              {moment(capture.effectiveTakenAt)}, {timeSourceLabels[timeSource]}
            </span>,
          ],
          ['Declared size', sizeLabel(declaredWidthPx, declaredHeightPx)],
          ['Size of the photo', sizeLabel(photo?.widthPx ?? null, photo?.heightPx ?? null)],
        ]}
      />
      {capture.metadataFlaws.length > 0 ? (
        <ul className={classes.flaws} data-tone="short" aria-label="What the photo contradicts">
          {capture.metadataFlaws.map((flaw) => (
            <li key={flaw}>{metadataFlawLabels[flaw]}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const sizeLabel = (widthPx: number | null, heightPx: number | null): string =>
  widthPx === null || heightPx === null ? 'not known' : `${widthPx} × ${heightPx} px`;
