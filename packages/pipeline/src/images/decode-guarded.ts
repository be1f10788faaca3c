import type { OutputInfo, Sharp } from 'sharp';
import { blame } from './blame.ts';
import { readComplaint } from './decoder-complaint.ts';
import { openOptions, photoLimits, sharp } from './limits.ts';
import { withoutTexts } from './without-texts.ts';

/**
 * Runs one recipe over the bytes under the limits. Rejects with PhotoRefused when the photo is to blame and with a Fault
 * that may be retried when the machine is.
 *
 * The first try takes every warning as an error, for only warnings tell of lost picture data: a JPEG with a hole
 * in it otherwise decodes with the rest in grey, and grey scores as an empty shelf. Whole photos give warnings too
 * (a broken EXIF block, stray bytes before a marker): those pass in the second try, which minds errors alone. It is also
 * for complaints that may not be the photo's, such as a timeout on a busy machine.
 */
export async function decodeGuarded(
  bytes: Uint8Array,
  recipe: (photo: Sharp) => Sharp,
  options: { ignoreIcc?: boolean } = {},
): Promise<{ data: Uint8Array; info: OutputInfo }> {
  const input = withoutTexts(bytes);
  const attempt = (failOn: 'warning' | 'error', seconds: number) =>
    recipe(sharp(input, { ...openOptions, ...options, failOn }))
      .timeout({ seconds })
      .toBuffer({ resolveWithObject: true });
  const [firstSeconds, secondSeconds] = photoLimits.timeoutSeconds;
  try {
    return await attempt('warning', firstSeconds);
  } catch (error) {
    const complaint = readComplaint(error);
    if (complaint === 'DATA_LOST' || complaint === 'TOO_LARGE' || complaint === 'TRANSIENT')
      throw blame(error, 1);
  }
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  try {
    return await attempt('error', secondSeconds);
  } catch (error) {
    const cpu = process.cpuUsage(cpuBefore);
    const wallMicros = (performance.now() - startedAt) * 1000;
    throw blame(error, (cpu.user + cpu.system) / wallMicros);
  }
}
