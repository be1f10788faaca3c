import { parseTraceParent } from '@gondola/pipeline/telemetry';
import { builder } from '../graphql/builder.ts';
import { builtInId } from '../graphql/nodes/loaders/quality-rule-loaders.ts';
import { readRecaptureRequests } from '../graphql/nodes/loaders/recapture-loaders.ts';
import {
  BayNode,
  CaptureConflictNode,
  CaptureNode,
  DeadLetterNode,
  DeviceNode,
  PlanogramVersionNode,
  QualityRuleNode,
  RecaptureRequestNode,
  ScoreNode,
  StoreNode,
} from '../graphql/nodes/nodes.ts';
import { groupsInOrder, inOrder } from '../graphql/paging/in-order.ts';
import {
  CaptureStateEnum,
  CaptureTimeSourceEnum,
  MetadataFlawEnum,
  QualityFlawEnum,
  QualityHintEnum,
} from '../graphql/vocabulary.ts';
import { CaptureEvent, InferenceAttempt } from './capture-history.ts';
import {
  readAttempts,
  readConflicts,
  readDeadLettersOf,
  readHistory,
  readScores,
} from './capture-loaders.ts';
import { Photo, shownPhoto } from './photo.ts';
import { readPhotos } from './photo-rows.ts';
import { readNextTries, readSamePhoto, readSuperseded, readSuperseding } from './related-capture-rows.ts';

type CaptureRow = typeof CaptureNode.$inferType;

const Quality = builder.objectRef<Exclude<CaptureRow, string>>('Quality').implement({
  fields: (t) => ({
    shortSidePx: t.exposeInt('shortSidePx', { nullable: true }),
    sharpness: t.exposeFloat('sharpness', { nullable: true }),
    flaws: t.field({ type: [QualityFlawEnum], resolve: ({ qualityFlaws }) => qualityFlaws ?? [] }),
    hints: t.field({
      type: [QualityHintEnum],
      description: 'Bad light that a new photo should avoid. Hints alone do not make a photo fail.',
      resolve: ({ qualityHints }) => qualityHints ?? [],
    }),
    meanGrey: t.exposeFloat('meanGrey', {
      nullable: true,
      description: 'The mean grey value, 0 (black) to 255 (white); null when not measured.',
    }),
    darkShare: t.exposeFloat('darkShare', {
      nullable: true,
      description: 'The share of nearly black pixels, 0..1; null when not measured.',
    }),
    glareShare: t.exposeFloat('glareShare', {
      nullable: true,
      description: 'The share of burnt-out pixels, 0..1; null when not measured.',
    }),
    rule: t.field({
      type: QualityRuleNode,
      nullable: true,
      description: 'The quality rule that the photo was checked with.',
      resolve: ({ qualityRuleId }) => qualityRuleId ?? builtInId,
    }),
  }),
});

CaptureNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    store: t.field({ type: StoreNode, resolve: (capture) => capture.storeId }),
    bay: t.field({ type: BayNode, resolve: (capture) => capture.bayId }),
    state: t.expose('state', { type: CaptureStateEnum }),
    traceId: t.string({
      nullable: true,
      description:
        'The trace of the capture (W3C trace context), as logs and traces of all processes name it.',
      resolve: ({ traceParent }) => parseTraceParent(traceParent)?.traceId ?? null,
    }),
    takenAt: t.expose('takenAt', { type: 'DateTime' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    effectiveTakenAt: t.field({
      type: 'DateTime',
      resolve: ({ correctedTakenAt, takenAt }) => correctedTakenAt ?? takenAt,
    }),
    timeSource: t.expose('timeSource', { type: CaptureTimeSourceEnum }),
    device: t.field({ type: DeviceNode, nullable: true, resolve: (capture) => capture.deviceId }),
    firmware: t.exposeString('firmware', { nullable: true }),
    cameraModel: t.exposeString('cameraModel', { nullable: true }),
    declaredWidthPx: t.exposeInt('declaredWidthPx', { nullable: true }),
    declaredHeightPx: t.exposeInt('declaredHeightPx', { nullable: true }),
    metadataFlaws: t.field({
      type: [MetadataFlawEnum],
      resolve: ({ metadataFlaws }) => metadataFlaws ?? [],
    }),
    taggedVersion: t.exposeString('taggedVersion'),
    planogramVersion: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      description:
        'The version that the capture is scored against; null until the version gate or a person has chosen it.',
      resolve: (capture) => capture.pinnedVersionId,
    }),
    photo: t.loadable({
      type: Photo,
      nullable: true,
      load: async (ids: string[], { db }) =>
        inOrder(ids, await readPhotos(db, ids), (row) => row.captureId, shownPhoto),
      resolve: (capture) => (capture.photoExpiredAt === null ? capture.id : null),
    }),
    photoExpiredAt: t.expose('photoExpiredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the photo was removed under the retention policy; null while it is stored.',
    }),
    archivedAt: t.expose('archivedAt', { type: 'DateTime', nullable: true }),
    keptAt: t.expose('keptAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Since when a person holds the photo, whatever the retention policy says; null while the photo is not held.',
    }),
    keptBy: t.exposeString('keptBy', { nullable: true }),
    keptReason: t.exposeString('keptReason', { nullable: true }),
    quality: t.field({
      type: Quality,
      nullable: true,
      resolve: (capture) => (capture.shortSidePx === null ? null : capture),
    }),
    currentScore: t.field({ type: ScoreNode, nullable: true, resolve: (capture) => capture.currentScoreId }),
    scores: t.loadableList({
      type: ScoreNode,
      description: 'All scores, newest first. Scores are never changed; a new one is added.',
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readScores(db, ids), (row) => row.captureId),
      resolve: (capture) => capture.id,
    }),
    attempts: t.loadableGroup({
      type: InferenceAttempt,
      load: (ids: string[], { db }) => readAttempts(db, ids),
      group: (attempt) => attempt.captureId,
      resolve: (capture) => capture.id,
    }),
    history: t.loadableGroup({
      type: CaptureEvent,
      load: (ids: string[], { db }) => readHistory(db, ids),
      group: (event) => event.captureId,
      resolve: (capture) => capture.id,
    }),
    deadLetter: t.loadable({
      type: DeadLetterNode,
      nullable: true,
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readDeadLettersOf(db, ids),
          (row) => row.captureId,
          (row) => row,
        ),
      resolve: (capture) => capture.id,
    }),
    conflicts: t.loadableList({
      type: CaptureConflictNode,
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readConflicts(db, ids), (row) => row.captureId),
      resolve: (capture) => capture.id,
    }),
    recaptureRequest: t.loadable({
      type: RecaptureRequestNode,
      nullable: true,
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readRecaptureRequests(db, ids),
          (row) => row.captureId,
          (row) => row,
        ),
      resolve: (capture) => capture.id,
    }),
    nextTryAt: t.loadable({
      type: 'DateTime',
      nullable: true,
      description: 'When a better photo is looked for; null unless RETRY_SCHEDULED.',
      load: async (jobIds: string[], { db }) => {
        const due = await readNextTries(db, jobIds);
        return jobIds.map((jobId) => due.get(jobId) ?? null);
      },
      resolve: ({ state, jobId }) => (state === 'RETRY_SCHEDULED' ? jobId : null),
    }),
    samePhotoAs: t.field({
      type: CaptureNode,
      nullable: true,
      description:
        'The store’s first capture with the same photo bytes, when time or aisle differ; null when there is none.',
      resolve: (capture) => capture.samePhotoAsId,
    }),
    samePhotoCaptures: t.loadableList({
      type: CaptureNode,
      description: 'Later captures of the store with the same photo bytes, oldest first.',
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readSamePhoto(db, ids), (row) => row.ofId),
      resolve: (capture) => capture.id,
    }),
    supersedes: t.loadable({
      type: CaptureNode,
      nullable: true,
      description:
        'The earlier capture that the photo was taken to replace; null when there is none in this store.',
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readSuperseded(db, ids),
          (row) => row.ofId,
          (row) => row,
        ),
      resolve: (capture) => capture.id,
    }),
    supersededBy: t.loadableList({
      type: CaptureNode,
      description: 'Later captures that were taken to replace this one, oldest first.',
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readSuperseding(db, ids), (row) => row.ofId),
      resolve: (capture) => capture.id,
    }),
    payload: t.expose('payload', {
      type: 'JSON',
      description: 'The payload as the device sent it. Analysts may not read it.',
      authScopes: { may: 'rawPayloadRead' },
    }),
  }),
});
