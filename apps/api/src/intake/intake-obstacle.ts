import type { Pressure } from '@gondola/pipeline/intake';
import { builder } from '../graphql/builder.ts';

const IntakeObstacleCode = builder.enumType('IntakeObstacleCode', {
  values: ['DISK_FULL', 'QUEUE_TOO_OLD'] as const satisfies readonly Pressure['code'][],
});

const IntakeObstacle = builder.objectRef<Pressure>('IntakeObstacle').implement({
  description: 'Why new captures are refused at this moment.',
  fields: (t) => ({
    code: t.expose('code', { type: IntakeObstacleCode }),
    message: t.exposeString('message', {
      description: 'What is wrong and which variable sets the limit, as a sentence for people.',
    }),
  }),
});

builder.queryField('intakeObstacle', (t) =>
  t.field({
    type: IntakeObstacle,
    nullable: true,
    description:
      'Why new captures are refused at this moment; null while they are accepted. Devices are answered TRY_LATER meanwhile.',
    authScopes: { may: 'queueList' },
    resolve: (_root, _args, { readPressure }) => readPressure(),
  }),
);
