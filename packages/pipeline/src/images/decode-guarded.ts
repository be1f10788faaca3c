import type { OutputInfo, Sharp } from 'sharp';
import { blame } from './blame.ts';
import { readComplaint } from './decoder-complaint.ts';
import { hasMemoryToDecode } from './has-memory-to-decode.ts';
import { openOptions, photoLimits, sharp } from './limits.ts';
import { withoutTexts } from './without-texts.ts';

export interface GuardedDecode {
  data: Uint8Array;
  info: OutputInfo;
  /** Every warning and error of the decoder along the way, each once, in its own words. */
  warnings: string[];
}

/**
 * Runs one recipe over the bytes under the limits. Rejects with PhotoRefused when the photo is to blame and with a Fault
 * that may be retried when the machine is; its message holds everything that the decoder said.
 *
 * The first try takes every warning as an error, for only warnings tell of lost picture data: a JPEG with a hole
 * in it otherwise decodes with the rest in grey, and grey scores as an empty shelf. Whole photos give warnings too
 * (a broken EXIF block, stray bytes before a marker): those pass in the second try, which minds errors and what was said of
 * lost data. It is also for complaints that may not be the photo's, such as a timeout on a busy machine.
 */
export async function decodeGuarded(
  bytes: Uint8Array,
  recipe: (photo: Sharp) => Sharp,
  options: { ignoreIcc?: boolean } = {},
): Promise<GuardedDecode> {
  const input = withoutTexts(bytes);
  const said = new Set<string>();
  const hear = (words: string) => {
    for (const line of words.split('\n')) if (line.trim() !== '') said.add(line.trim());
  };
  const attempt = async (failOn: 'warning' | 'error', seconds: number): Promise<GuardedDecode> => {
    const photo = sharp(input, { ...openOptions, ...options, failOn });
    photo.on('warning', hear);
    try {
      const { data, info } = await recipe(photo).timeout({ seconds }).toBuffer({ resolveWithObject: true });
      const lost = [...said].find((line) => readComplaint(new Error(line)) === 'DATA_LOST');
      if (lost !== undefined) throw new Error(lost);
      return { data, info, warnings: [...said] };
    } catch (error) {
      hear(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  const blamed = (error: unknown, cpuShare: number) =>
    blame(error, { cpuShare, said: [...said].join('\n'), hasMemory: hasMemoryToDecode });
  const [firstSeconds, secondSeconds] = photoLimits.timeoutSeconds;
  try {
    return await attempt('warning', firstSeconds);
  } catch (error) {
    const complaint = readComplaint(error);
    if (complaint === 'DATA_LOST' || complaint === 'TOO_LARGE' || complaint === 'TRANSIENT')
      throw blamed(error, 1);
  }
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  try {
    return await attempt('error', secondSeconds);
  } catch (error) {
    const cpu = process.cpuUsage(cpuBefore);
    const wallMicros = (performance.now() - startedAt) * 1000;
    throw blamed(error, (cpu.user + cpu.system) / wallMicros);
  }
}
