import type { AddressRange } from './address-ranges.ts';

/** The operator's rules for addresses of photos. They apply to the given address and to every redirect. */
export interface PhotoUrlRules {
  /** Ports that each scheme may use; a scheme without any is not allowed. */
  ports: Readonly<Record<'https' | 'http', readonly number[]>>;
  /**
   * Hosts from which photos may be fetched: `photos.example.com`, or `*.example.com` for all hosts below it. Empty: any
   * host.
   */
  allowedHosts: readonly string[];
  /** Networks of the operator with public addresses, which are denied in addition to all non-public ones. */
  deniedRanges: readonly AddressRange[];
  /**
   * Ports of this machine from which tests and the demo fetch photos, over either scheme. They reach loopback only, and
   * no other port does. Forbidden in production: env.ts rejects them there.
   */
  loopbackPorts: readonly number[];
}

export const defaultPhotoUrlRules: PhotoUrlRules = {
  ports: { https: [443], http: [] },
  allowedHosts: [],
  deniedRanges: [],
  loopbackPorts: [],
};
