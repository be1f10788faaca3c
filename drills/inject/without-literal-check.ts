/** Takes out both checks of an address that is written as numbers: the URL's and the connection's. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/acquire/check-photo-url.ts', [
  ['if (isIP(host) !== 0 && !mayReach(host, port, rules))', 'if (false)'],
]);
replaceInModule('/acquire/guarded-connector.ts', [
  ['if (isIP(host) !== 0 && !allowed(host)) {', 'if (false) {'],
]);
