'use client';
import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ChoosableBox } from '../../../shelf-view/box-layer.tsx';
import { BoxOutline, PhotoDrawing, placeOnPhoto } from '../../../shelf-view/photo-drawing.tsx';
import type { Selection } from '../../../shelf-view/selection.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSteadyUrl } from '../../../ui/use-steady-url.ts';
import classes from './compared-versions.module.css';
import type { Difference } from './differences.ts';
import { type ComparedCapture, comparedCaptureQuery } from './read-compared-capture.ts';

interface ComparedPhotoProps {
  captureId: string;
  /** Label of the version that the differences belong to. */
  fromLabel: string | null;
  /** By the position's id in the version that the capture is scored against. */
  differences: ReadonlyMap<string, Difference>;
  selection: Selection;
}

/** Shows the newest photo of the bay; on a scored photo, the places where the two versions differ are marked. */
export function ComparedPhoto({ captureId, fromLabel, differences, selection }: ComparedPhotoProps) {
  const { data, error, refetch } = useQuery(comparedCaptureQuery(captureId));
  if (data === undefined)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={1} height={300} />;
  if (!data?.photo) return <Notice icon={IconPhotoOff} title="No photo to show" />;
  const score = data.currentScore;
  const marked =
    score?.planogramVersion.label === fromLabel
      ? (score?.verdicts ?? []).flatMap(({ positionId, box }) => {
          const difference = positionId === null ? undefined : differences.get(positionId);
          return difference && box ? [{ difference, box }] : [];
        })
      : [];
  return (
    <>
      <Photo captureId={data.id} photo={data.photo} marked={marked} selection={selection} />
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
  marked: readonly { difference: Difference; box: readonly number[] }[];
  selection: Selection;
}

function Photo({ captureId, photo, marked, selection }: PhotoProps) {
  const { url, failed, onError } = useSteadyUrl(captureId, photo.url);
  if (failed) return <Notice icon={IconPhotoOff} title="The photo could not be loaded" />;
  const boxesAt = (width: number, height: number) =>
    marked.flatMap(({ difference, box }): ChoosableBox[] => {
      const place = placeOnPhoto(box, width, height);
      if (place === null) return [];
      const { key, words, tone } = difference;
      return [{ key, ...place, name: words, tone, quiet: false, content: <BoxOutline place={place} /> }];
    });
  return (
    <PhotoDrawing
      photo={photo}
      url={url}
      onError={onError}
      name="Places on the photo where the versions differ"
      boxesAt={boxesAt}
      selection={selection}
    />
  );
}
