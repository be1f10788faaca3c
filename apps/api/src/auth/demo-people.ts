import type { Role } from '@gondola/db';

export interface DemoPerson {
  name: string;
  email: string;
  role: Role;
}

const domain = '@demo.gondola.local';

/** One person for each role. They exist for the demo alone: everyone who opens the demo may sign in as any of them. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Demo analyst', email: `analyst${domain}`, role: 'analyst' },
  { name: 'Demo category manager', email: `manager${domain}`, role: 'category_manager' },
  { name: 'Demo operator', email: `operator${domain}`, role: 'operator' },
  { name: 'Demo admin', email: `admin${domain}`, role: 'admin' },
];

/** Returns whether an e-mail address is one of the demo's. No real person can have it: `.local` is never delivered to. */
export const isDemoEmail = (email: string): boolean => email.toLowerCase().endsWith(domain);
