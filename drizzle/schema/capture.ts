import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { bytes, createdAt, id, instant, rate } from './columns.ts';
import { device } from './device.ts';
import { deviceKey } from './device-key.ts';
import { image } from './image.ts';
import { planogramVersion } from './planogram-version.ts';
import { qualityRule } from './quality-rule.ts';
import { store } from './store.ts';
import { upload } from './upload.ts';
import {
  type CaptureState,
  type CaptureTimeSource,
  captureStates,
  captureTimeSources,
  type MetadataFlaw,
  type QualityFlaw,
  type QualityHint,
} from './vocabulary.ts';

/** One photo of a bay, submitted by a device. Its state changes only through the pipeline's `advance`. */
export const capture = pgTable(
  'capture',
  {
    id: id(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    deviceKeyId: uuid('device_key_id').references(() => deviceKey.id),
    /** Null for captures from before the table existed, until the backfill finds them. */
    deviceId: uuid('device_id').references(() => device.id),
    firmware: text('firmware'),
    /** Maker and model: from the device key, else as the payload declares them. */
    cameraModel: text('camera_model'),

    /** Identifies a resend, for ever: see idempotency-key.ts. */
    keyVersion: integer('key_version').notNull(),
    idempotencyKey: bytes('idempotency_key').notNull(),

    payload: jsonb('payload').notNull(),
    /** The schema version of the submitted payload. */
    payloadVersion: integer('payload_version').notNull().default(1),
    /** When the photo was taken, by the clock of the device. */
    takenAt: instant('taken_at').notNull(),
    /** When the payload was sent, by the clock of the device. */
    sentAt: instant('sent_at'),
    /** The source of the time that rules use; only DEVICE_CLOCK uses `taken_at` itself. */
    timeSource: text('time_source').$type<CaptureTimeSource>().notNull().default('DEVICE_CLOCK'),
    /** The time that rules use in place of `taken_at`; null when they use `taken_at`. */
    correctedTakenAt: instant('corrected_taken_at'),
    /** The planogram version that the device sent. */
    taggedVersion: text('tagged_version').notNull(),
    declaredSha256: text('declared_sha256'),
    imageUrl: text('image_url'),
    /** An upload belongs to one capture for ever. */
    uploadId: uuid('upload_id').references(() => upload.id),
    supersedesId: uuid('supersedes_id'),
    /** The first capture of the store with the same bytes, when they arrived before with another time or aisle. */
    samePhotoAsId: uuid('same_photo_as_id'),

    state: text('state').$type<CaptureState>().notNull(),
    /** Increases by one with every state change; compared and set with the state. */
    revision: integer('revision').notNull().default(0),
    /** The only job or timer that may process this capture next; a job of another id is stale. */
    jobId: uuid('job_id'),
    /** Faults of our own code on this revision; at the limit the capture is dead-lettered. */
    failures: integer('failures').notNull().default(0),
    /** Transient faults (network, disk) on this job, separate from crashes, which the queue counts. */
    transientFaults: integer('transient_faults').notNull().default(0),
    /** Attempts to find better bytes while RETRY_SCHEDULED. */
    qualityRetries: integer('quality_retries').notNull().default(0),
    stateChangedAt: instant('state_changed_at').notNull().defaultNow(),

    /** The photo, once its bytes are stored. */
    sha256: text('sha256').references(() => image.sha256),
    thumbnailSha256: text('thumbnail_sha256').references(() => image.sha256),
    displaySha256: text('display_sha256').references(() => image.sha256),
    /** The size of the photo that the payload declares. */
    declaredWidthPx: integer('declared_width_px'),
    declaredHeightPx: integer('declared_height_px'),
    /** Declarations that the photo contradicts; null until the photo was read. */
    metadataFlaws: text('metadata_flaws').array().$type<MetadataFlaw[]>(),
    shortSidePx: integer('short_side_px'),
    /** Variance of the Laplacian of the grey photo, OpenCV's definition. */
    sharpness: doublePrecision('sharpness'),
    qualityFlaws: text('quality_flaws').array().$type<QualityFlaw[]>(),
    qualityHints: text('quality_hints').array().$type<QualityHint[]>(),
    /** Mean grey value, 0 (black) to 255. */
    meanGrey: doublePrecision('mean_grey'),
    /** Share of pixels that are nearly black. */
    darkShare: rate('dark_share'),
    /** Share of burnt out pixels: lamps and their reflections. */
    glareShare: rate('glare_share'),
    /** The quality rule that was applied to the photo; null is the built-in one. */
    qualityRuleId: uuid('quality_rule_id').references(() => qualityRule.id),

    /** The version for scoring, fixed by the version gate or by a release. */
    pinnedVersionId: uuid('pinned_version_id').references(() => planogramVersion.id),
    /** Positions are mapped from this version to the pinned one. */
    mappedFromVersionId: uuid('mapped_from_version_id').references(() => planogramVersion.id),
    detectionSetId: uuid('detection_set_id'),
    currentScoreId: uuid('current_score_id'),
    tier: integer('tier'),
    /** Copy of the current score for lists and filters; null is "no score", 0 is a score. */
    score: rate('score'),
    coverage: rate('coverage'),
    scoredAt: instant('scored_at'),

    archivedAt: instant('archived_at'),
    /** Legal hold: a person exempted the photo from the retention policy. */
    keptAt: instant('kept_at'),
    keptBy: text('kept_by'),
    keptReason: text('kept_reason'),
    /** The photo and its derivatives were removed under the retention policy; results stay. */
    photoExpiredAt: instant('photo_expired_at'),

    traceParent: text('trace_parent'),
    byteLength: bigint('byte_length', { mode: 'number' }),
    receivedAt: createdAt(),
  },
  (t) => [
    unique('capture_idempotency').on(t.storeId, t.keyVersion, t.idempotencyKey),
    check('capture_state', sql.raw(`state in (${captureStates.map((s) => `'${s}'`).join(', ')})`)),
    check(
      'capture_kept_has_reason',
      sql`(kept_at is null) = (kept_reason is null) and (kept_at is null) = (kept_by is null)`,
    ),
    check(
      'capture_time_source',
      sql.raw(`time_source in (${captureTimeSources.map((s) => `'${s}'`).join(', ')})`),
    ),
    check('capture_corrected_time', sql`(time_source = 'DEVICE_CLOCK') = (corrected_taken_at is null)`),
    check('capture_score_range', sql`score is null or (score >= 0 and score <= 1)`),
    check(
      'capture_scored_has_score_row',
      sql`state not in ('SCORED', 'ARCHIVED') or current_score_id is not null`,
    ),
    index('capture_received').on(t.receivedAt, t.id),
    index('capture_state_received').on(t.state, t.receivedAt, t.id),
    index('capture_bay_taken').on(t.bayId, t.takenAt),
    index('capture_device_received').on(t.deviceKeyId, t.receivedAt),
    // Partial where most rows are null when they are written: intake pays for every index.
    index('capture_of_device').on(t.deviceId, t.receivedAt).where(sql`device_id is not null`),
    index('capture_without_device').on(t.id).where(sql`device_id is null`),
    index('capture_firmware').on(t.firmware, t.receivedAt, t.id).where(sql`firmware is not null`),
    index('capture_scored').on(t.scoredAt).where(sql`scored_at is not null`),
    // Archiving and retention read the oldest first.
    index('capture_archivable').on(t.scoredAt, t.id).where(sql`state = 'SCORED'`),
    index('capture_archived').on(t.archivedAt, t.id).where(sql`archived_at is not null`),
    index('capture_pinned').on(t.pinnedVersionId, t.id).where(sql`pinned_version_id is not null`),
    index('capture_supersedes').on(t.supersedesId).where(sql`supersedes_id is not null`),
    uniqueIndex('capture_upload').on(t.uploadId).where(sql`upload_id is not null`),
    index('capture_sha256').on(t.sha256).where(sql`sha256 is not null`),
    index('capture_same_photo').on(t.samePhotoAsId).where(sql`same_photo_as_id is not null`),
  ],
);
