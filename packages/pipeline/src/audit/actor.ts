import type { Role } from '@gondola/db';

/** The actor of a change: a signed-in person, or a process of this instance. */
export interface Actor {
  /** The name in rows and in the audit log: the e-mail address of a person, or for example `schedule`. */
  name: string;
  /** Null for a process. */
  userId: string | null;
  role: Role | null;
}

/** Returns an actor that is known only by name: a process, or the author named in a row. */
export const actorNamed = (name: string): Actor => ({ name, userId: null, role: null });
