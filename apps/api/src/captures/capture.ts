import { builder } from '../builder.ts';
import { builtInId, readRules } from '../queries/find-quality-rules.ts';
import { readRecaptureRequests } from '../queries/find-recapture-requests.ts';
import { groupsInOrder, inOrder } from '../queries/in-order.ts';
import {
  readAttempts,
  readConflicts,
  readDeadLettersOf,
  readHistory,
  readScores,
} from '../queries/of-captures.ts';
import { readPhotos } from '../queries/photos.ts';
import {
  readNextTries,
  readSamePhoto,
  readSuperseded,
  readSuperseding,
} from '../queries/related-captures.ts';
import { CaptureEvent, InferenceAttempt } from './capture-story.ts';
import { CaptureConflict } from './conflict.ts';
import { BayNode, CaptureNode, DeadLetterNode, PlanogramVersionNode, ScoreNode, StoreNode } from './nodes.ts';
import { Photo, shownPhoto } from './photo.ts';
import { QualityRule } from './quality-rule.ts';
import { RecaptureRequest } from './recapture-request.ts';
import { CaptureStateEnum, QualityFlawEnum, QualityHintEnum } from './vocabulary.ts';

type CaptureRow = typeof CaptureNode.$inferType;

const Quality = builder.objectRef<Exclude<CaptureRow, string>>('Quality').implement({
  fields: (t) => ({
    shortSidePx: t.exposeInt('shortSidePx', { nullable: true }),
    sharpness: t.exposeFloat('sharpness', { nullable: true }),
    flaws: t.field({ type: [QualityFlawEnum], resolve: ({ qualityFlaws }) => qualityFlaws ?? [] }),
    hints: t.field({
      type: [QualityHintEnum],
      description: 'Light that a new photo should do without; by itself no flaw.',
      resolve: ({ qualityHints }) => qualityHints ?? [],
    }),
    meanGrey: t.exposeFloat('meanGrey', { nullable: true, description: '0 (black) to 255.' }),
    darkShare: t.exposeFloat('darkShare', {
      nullable: true,
      description: 'Share of nearly black pixels, 0 to 1.',
    }),
    glareShare: t.exposeFloat('glareShare', {
      nullable: true,
      description: 'Share of burnt-out pixels, 0 to 1.',
    }),
    rule: t.loadable({
      type: QualityRule,
      nullable: true,
      description: 'The rule that the photo was judged by.',
      load: (ids: string[], { db }) => readRules(db, ids),
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
    takenAt: t.expose('takenAt', { type: 'DateTime' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    taggedVersion: t.exposeString('taggedVersion'),
    planogramVersion: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      description: 'The version it is scored against, once the version gate or a person has chosen it.',
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
      description: 'When the photo was removed under the retention policy; there is none to show any more.',
    }),
    archivedAt: t.expose('archivedAt', { type: 'DateTime', nullable: true }),
    keptAt: t.expose('keptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when a person keeps the photo, whatever the retention policy says.',
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
      description: 'All score rows, newest first: scores are never changed, only followed.',
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
    conflicts: t.loadableGroup({
      type: CaptureConflict,
      load: (ids: string[], { db }) => readConflicts(db, ids),
      group: (conflict) => conflict.captureId,
      resolve: (capture) => capture.id,
    }),
    recaptureRequest: t.loadable({
      type: RecaptureRequest,
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
      description: 'When a capture in RETRY_SCHEDULED is looked at again.',
      load: async (jobIds: string[], { db }) => {
        const due = await readNextTries(db, jobIds);
        return jobIds.map((jobId) => due.get(jobId) ?? null);
      },
      resolve: ({ state, jobId }) => (state === 'RETRY_SCHEDULED' ? jobId : null),
    }),
    samePhotoAs: t.field({
      type: CaptureNode,
      nullable: true,
      description: 'The first capture of the store with the same bytes, under another time or aisle.',
      resolve: (capture) => capture.samePhotoAsId,
    }),
    samePhotoCaptures: t.loadableList({
      type: CaptureNode,
      description: 'The later captures with the same bytes, oldest first.',
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readSamePhoto(db, ids), (row) => row.ofId),
      resolve: (capture) => capture.id,
    }),
    supersedes: t.loadable({
      type: CaptureNode,
      nullable: true,
      description: 'The capture of the store that it was taken to replace.',
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
      description: 'The captures that were taken to replace it, oldest first.',
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readSuperseding(db, ids), (row) => row.ofId),
      resolve: (capture) => capture.id,
    }),
    payload: t.expose('payload', { type: 'JSON', description: 'As the device sent it.' }),
  }),
});
