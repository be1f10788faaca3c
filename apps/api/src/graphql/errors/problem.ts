import type { ProblemRow } from '@gondola/db';
import { builder } from '../builder.ts';

/** An expected failure of a mutation. */
export interface UserErrorShape {
  /** Machine-readable, in capitals. */
  code: string;
  message: string;
  /** The path of the input field it is about, when it is about one. */
  field?: string[];
}

export const UserError = builder.objectRef<UserErrorShape>('UserError').implement({
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.exposeString('message'),
    field: t.stringList({ nullable: true, resolve: ({ field }) => field ?? null }),
  }),
});

export const ProblemObject = builder.objectRef<ProblemRow>('Problem').implement({
  description: 'One thing that is wrong with a payload or a file.',
  fields: (t) => ({
    path: t.exposeString('path'),
    code: t.exposeString('code'),
    message: t.exposeString('message'),
  }),
});
