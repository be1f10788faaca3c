import { z } from 'zod';
import { type AddressRange, parseAddressRanges } from './address-ranges.ts';

const hostPattern = /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Comma-separated hosts; unset or empty means none. */
export const allowedHostsSetting = z
  .string()
  .default('')
  .transform((text) => listOf(text.toLowerCase()))
  .refine((hosts) => hosts.every((host) => hostPattern.test(host)), {
    error: 'must be host names with commas between them, such as photos.example.com,*.example.net',
  });

/** Comma-separated addresses and CIDR blocks; unset or empty means none. */
export const deniedRangesSetting = z
  .string()
  .default('')
  .transform((text, context): AddressRange[] => {
    try {
      return parseAddressRanges(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is not valid' });
      return z.NEVER;
    }
  });

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
