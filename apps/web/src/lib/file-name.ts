/** Words as a file's name without its ending: labels may hold what file systems do not take. */
export const fileName = (...words: string[]): string => words.join('_').replace(/[^\p{L}\p{N}._-]+/gu, '_');
