'use client';
import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSize } from '../../lib/use-size.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSteadyUrl } from '../../ui/use-steady-url.ts';
import { BoxLayer, type ChoosableBox } from '../review/box-layer.tsx';
import drawing from '../review/drawing.module.css';
import type { Selection } from '../review/selection.ts';
import classes from './compared-versions.module.css';
import type { Difference } from './differences.ts';
import { type ComparedCapture, comparedCaptureQuery } from './read-compared-capture.ts';

interface ComparedPhotoProps {
  captureId: string;
  /** Label of the version that the differences by position are of. */
  fromLabel: string | null;
  /** By the position's id in the version that the capture is scored against. */
  differences: ReadonlyMap<string, Difference>;
  selection: Selection;
}

/** The newest photo of the bay; on a scored one, the places where the two versions part are marked. */
export function ComparedPhoto({ captureId, fromLabel, differences, selection }: ComparedPhotoProps) {
  const { data, error, refetch } = useQuery(comparedCaptureQuery(captureId));
  if (data === undefined)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={1} height={300} />;
  if (!data?.photo) return <Notice icon={IconPhotoOff} title="No photo to show" />;
  const score = data.currentScore;
  const places =
    score?.planogramVersion.label === fromLabel
      ? (score?.verdicts ?? []).flatMap(({ positionId, box }) => {
          const difference = positionId === null ? undefined : differences.get(positionId);
          return difference && box ? [{ difference, box }] : [];
        })
      : [];
  return (
    <>
      <Photo captureId={data.id} photo={data.photo} places={places} selection={selection} />
      <p className={classes.caption}>
        <Link href={`/captures/${encodeURIComponent(data.id)}`} prefetch={false}>
          Newest capture
        </Link>
        , taken <Moment at={data.takenAt} timeZone={data.store.timeZone} />
      </p>
    </>
  );
}

interface PhotoProps {
  captureId: string;
  photo: NonNullable<ComparedCapture['photo']>;
  places: readonly { difference: Difference; box: readonly number[] }[];
  selection: Selection;
}

function Photo({ captureId, photo, places, selection }: PhotoProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const { url, failed, onError } = useSteadyUrl(captureId, photo.url);
  if (failed) return <Notice icon={IconPhotoOff} title="The photo could not be loaded" />;
  const ratio = photo.widthPx / photo.heightPx;
  const boxes = places.map(({ difference, box: [x = 0, y = 0, w = 0, h = 0] }): ChoosableBox => {
    const place = { x: x * width, y: y * height, width: w * width, height: h * height };
    return {
      key: difference.key,
      ...place,
      name: difference.words,
      tone: difference.tone,
      quiet: false,
      content: (
        <>
          <rect data-part="halo" {...place} rx={2} />
          <rect data-part="edge" {...place} rx={2} />
        </>
      ),
    };
  });
  return (
    <div
      ref={ref}
      className={drawing.drawing}
      style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
    >
      {/* biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache */}
      <img src={url} alt="The bay as it was photographed" onError={onError} />
      {boxes.length > 0 && width > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing
        <svg
          viewBox={`0 0 ${width} ${height || 1}`}
          role="group"
          aria-label="Places on the photo where the versions differ"
        >
          <BoxLayer boxes={boxes} selection={selection} />
        </svg>
      ) : null}
    </div>
  );
}
