import type { AddressRange } from './address-ranges.ts';

/** What may be fetched, as the operator sets it. All of it holds for the address given and for every redirect. */
export interface PhotoUrlRules {
  /** Ports that each scheme may use; a scheme without any is not allowed. */
  ports: Readonly<Record<'https' | 'http', readonly number[]>>;
  /** Hosts that photos may come from: `photos.example.com`, or `*.example.com` for all below it. Empty: any host. */
  allowedHosts: readonly string[];
  /** The operator's own networks that have public addresses: refused besides everything that is not public. */
  deniedRanges: readonly AddressRange[];
  /**
   * Ports of this machine that tests and the demo fetch from, over either scheme. They lead to loopback only, and
   * nothing else does. Never to be set in production: the process's env.ts refuses it there.
   */
  loopbackPorts: readonly number[];
}

export const defaultPhotoUrlRules: PhotoUrlRules = {
  ports: { https: [443], http: [] },
  allowedHosts: [],
  deniedRanges: [],
  loopbackPorts: [],
};
