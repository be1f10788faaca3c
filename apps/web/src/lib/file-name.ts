/** Returns a file name without its extension; labels may contain characters that file systems reject. */
export const fileName = (...words: string[]): string => words.join('_').replace(/[^\p{L}\p{N}._-]+/gu, '_');
