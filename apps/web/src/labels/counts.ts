/** Returns a count with its noun, such as "1 store" or "1,204 stores". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const days = (count: number): string => counted(count, 'day');
export const photos = (count: number): string => counted(count, 'photo');
export const captures = (count: number): string => counted(count, 'capture');
export const bays = (count: number): string => counted(count, 'bay');

/** Returns a count that may be cut off, such as "12" or "10,000 or more". */
export const countOrMore = (count: number, isCutOff: boolean): string =>
  `${count.toLocaleString('en')}${isCutOff ? ' or more' : ''}`;
