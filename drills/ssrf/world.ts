/** Addresses of nobody that we know, at which the good server stands inside the namespace. */
export const good4 = '93.184.216.34';
export const good6 = '2606:2800:220:1::34';

export interface World {
  /** Where photos may come from, such as `http://good.test`. */
  good: string;
  /** What follows a host to come to the listeners inside: empty, or a colon and a port. */
  inside: string;
  /** A port at which something else listens. */
  otherPort: number;
  /** Whether every address of the internet leads to this machine, so that each leak is a real connection. */
  namespace: boolean;
}
