import { instance } from '../instance.ts';

/** Both ways in: people and most devices come by the web port, devices inside a store's network by the API's own. */
export const ports = [
  { name: 'web port', url: instance.webUrl },
  { name: 'API port', url: instance.apiUrl },
];
