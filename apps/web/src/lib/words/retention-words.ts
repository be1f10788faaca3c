/** Why a photo that was announced stayed after all. */
const holdingWords: Record<string, string> = {
  NOT_ARCHIVED: 'a capture of it is not archived',
  KEPT: 'somebody keeps it',
  POLICY: 'its days are not over for every capture',
  ALERT_OPEN: 'an alert about it is open',
  RECAPTURE_OPEN: 'a new photo is still asked for',
  CONFLICT_OPEN: 'a conflict about it is open',
  REFERENCE_IMAGE: 'it is a reference image',
  UPLOAD_WAITING: 'an upload of it is waiting',
};

/** A reason in words; one that this app does not know yet is shown as it is. */
export const holdingWord = (holding: string): string =>
  holdingWords[holding] ?? holding.toLowerCase().replaceAll('_', ' ');

/** Who made a run or report: people by their address, the rest by itself. */
export const runAuthor = (createdBy: string): string =>
  createdBy.includes('@') ? createdBy : 'By itself, weekly';

const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size in powers of 1000 with up to one decimal, such as "1.4 GB" or "12 kB". */
export function byteSize(bytes: number): string {
  let value = bytes;
  let at = 0;
  // 999.95 would be written as "1000.0".
  while (value >= 999.95 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  const digits = at === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[at]}`;
}

export const days = (count: number): string => (count === 1 ? '1 day' : `${count.toLocaleString('en')} days`);
export const photos = (count: number): string =>
  count === 1 ? '1 photo' : `${count.toLocaleString('en')} photos`;
export const captures = (count: number): string =>
  count === 1 ? '1 capture' : `${count.toLocaleString('en')} captures`;
