/** Entry point to accounts without a server, for commands. */
export { openPeople } from './people.ts';
export { saveAdmin } from './save-admin.ts';
