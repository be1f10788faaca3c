/** Public addresses at which the good server listens inside the namespace. */
export const good4 = '93.184.216.34';
export const good6 = '2606:2800:220:1::34';

export interface World {
  /** Permitted origins of photos, such as `http://good.test`. */
  good: string;
  /** What follows a host to reach the internal listeners: empty, or a colon and a port. */
  inside: string;
  /** A port with another listener. */
  otherPort: number;
  /** True when every internet address leads to this machine, so that each leak is a real connection. */
  namespace: boolean;
}
