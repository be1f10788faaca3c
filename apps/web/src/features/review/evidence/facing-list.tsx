'use client';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import type { PositionVerdict, ReviewedCapture } from '../read-capture.ts';
import { CandidateList } from './candidate-list.tsx';
import { facingSlotLabel, foundLabel, judgedLabel, observationSentences } from './facing-labels.ts';
import classes from './facing-list.module.css';
import { PhotoCrop } from './photo-crop.tsx';
import { type Facing, facingEvidenceQuery } from './read-facing-evidence.ts';
import { TagList } from './tag-list.tsx';

interface FacingListProps {
  scoreId: string;
  verdict: PositionVerdict;
  photo: ReviewedCapture['photo'];
  photoUrl: string;
}

/** Lists the comparisons facing by facing, and the codes read on the shelf edge below. */
export function FacingList({ scoreId, verdict, photo, photoUrl }: FacingListProps) {
  const { data, error, refetch } = useQuery(facingEvidenceQuery(scoreId));
  if (!data) return error ? <FaultNotice fault={error} retry={refetch} /> : <Skeleton height={56} />;
  const evidence = data.get(verdict.id);
  const facings = evidence?.facings ?? [];
  const judged = evidence ? judgedLabel(evidence, verdict.facingsPlanned) : null;
  const stacked = facings.some(({ row }) => row > 0);
  return (
    <>
      {facings.length > 0 ? (
        <section>
          <h4 className={classes.title}>
            {verdict.verdict === 'MATCH' && verdict.facingsPlanned > 1
              ? 'The least certain facing'
              : 'Facings'}
            {judged ? <span>, {judged}</span> : null}
          </h4>
          <ul className={classes.list}>
            {facings.map((facing) => (
              <FacingRow
                key={`${facing.column} ${facing.row}`}
                facing={facing}
                place={facingSlotLabel(facing, stacked)}
                expectedId={verdict.expected?.id ?? null}
                photo={photo}
                photoUrl={photoUrl}
              />
            ))}
          </ul>
        </section>
      ) : verdict.positionId !== null && evidence?.facings === null ? (
        <p className={classes.none}>This score was made before evidence was stored facing by facing.</p>
      ) : null}
      {evidence?.tags && evidence.tags.length > 0 ? (
        <TagList tags={evidence.tags} expectedId={verdict.expected?.id ?? null} />
      ) : null}
    </>
  );
}

interface FacingRowProps {
  facing: Facing;
  place: string;
  expectedId: string | null;
  photo: ReviewedCapture['photo'];
  photoUrl: string;
}

function FacingRow({ facing, place, expectedId, photo, photoUrl }: FacingRowProps) {
  const sentences = observationSentences(facing);
  return (
    <li className={classes.row}>
      <div className={classes.picture}>
        {photo && facing.place ? (
          <PhotoCrop photo={photo} photoUrl={photoUrl} box={facing.place} name={`Facing ${place}`} />
        ) : null}
      </div>
      <div className={classes.what}>
        <div>
          <span className={classes.dim}>{place}</span> <b>{foundLabel(facing)}</b>
        </div>
        {sentences.map((sentence) => (
          <p key={sentence} className={classes.dim}>
            {sentence}
          </p>
        ))}
        <CandidateList candidates={facing.candidates} expectedId={expectedId} />
      </div>
    </li>
  );
}
