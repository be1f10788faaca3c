import { builder } from '../graphql/builder.ts';
import { DeadLetterReasonEnum, MetadataFlawEnum, QualityFlawEnum } from '../graphql/vocabulary.ts';
import { type FirmwareFigures, readFirmwareFigures } from './firmware-figure-rows.ts';

/** Four weeks hold the usual rhythm of a store; a year would count firmware that nobody has any more. */
const defaultDays = 28;
const maxDays = 365;

const FirmwareQualityFlaw = builder
  .objectRef<FirmwareFigures['qualityFlaws'][number]>('FirmwareQualityFlaw')
  .implement({
    fields: (t) => ({
      flaw: t.field({ type: QualityFlawEnum, resolve: ({ word }) => word }),
      count: t.exposeInt('count'),
    }),
  });

const FirmwareMetadataFlaw = builder
  .objectRef<FirmwareFigures['metadataFlaws'][number]>('FirmwareMetadataFlaw')
  .implement({
    fields: (t) => ({
      flaw: t.field({ type: MetadataFlawEnum, resolve: ({ word }) => word }),
      count: t.exposeInt('count'),
    }),
  });

const FirmwareDeadLetters = builder
  .objectRef<FirmwareFigures['deadLetters'][number]>('FirmwareDeadLetters')
  .implement({
    fields: (t) => ({
      reason: t.field({ type: DeadLetterReasonEnum, resolve: ({ word }) => word }),
      count: t.exposeInt('count'),
    }),
  });

const FirmwareFiguresObject = builder.objectRef<FirmwareFigures>('FirmwareFigures').implement({
  fields: (t) => ({
    firmware: t.exposeString('firmware', { nullable: true }),
    cameraModel: t.exposeString('cameraModel', { nullable: true }),
    captures: t.exposeInt('captures'),
    qualityFlaws: t.field({ type: [FirmwareQualityFlaw], resolve: (figures) => figures.qualityFlaws }),
    metadataFlaws: t.field({ type: [FirmwareMetadataFlaw], resolve: (figures) => figures.metadataFlaws }),
    deadLetters: t.field({ type: [FirmwareDeadLetters], resolve: (figures) => figures.deadLetters }),
  }),
});

builder.queryField('firmwareFigures', (t) =>
  t.field({
    type: [FirmwareFiguresObject],
    authScopes: { may: 'storeList' },
    args: { storeCode: t.arg.string(), days: t.arg.int() },
    resolve: (_root, { storeCode, days }, { db }) =>
      readFirmwareFigures(db, {
        storeCode: storeCode ?? null,
        days: Math.min(Math.max(days ?? defaultDays, 1), maxDays),
      }),
  }),
);
