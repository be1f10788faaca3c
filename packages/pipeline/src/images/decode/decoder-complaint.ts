export type Complaint = 'DATA_LOST' | 'CORRUPT' | 'TOO_LARGE' | 'TIMEOUT' | 'TRANSIENT' | 'UNCLEAR';

/**
 * Classifies messages of libvips and its decoders. Only known messages about the input make a photo corrupt: the machine may
 * cause an unknown error, which must not discard an intact photo.
 */
export function readComplaint(error: unknown): Complaint {
  const { message = '', code } = error as { message?: string; code?: unknown };
  if (typeof code === 'string' && /^(E[A-Z]+|ERR_WORKER_|ERR_IPC_|ERR_MEMORY_)/.test(code))
    return 'TRANSIENT';
  return complaints.find(([words]) => words.test(message))?.[1] ?? 'UNCLEAR';
}

/** First match wins: memory first, because decoders mention it inside other sentences. */
const complaints: readonly (readonly [RegExp, Complaint])[] = [
  [
    /out of memory|(?:cannot|could not|failed to|unable to) (?:create|allocate)|bad_alloc|memory allocation|insufficient memory/i,
    'TRANSIENT',
  ],
  [/too many open files|resource temporarily unavailable|unable to create thread/i, 'TRANSIENT'],
  [/exceeds pixel limit|too many pixels|image too large|dimensions too large/i, 'TOO_LARGE'],
  [/^timeout:/i, 'TIMEOUT'],
  // libjpeg's warnings that leave a part of the picture grey or wrong (its jerror.h names them)
  [
    /premature end of data segment|bad (?:Huffman|arithmetic) code|inconsistent progression|instead of RST/i,
    'DATA_LOST',
  ],
  // a few stray bytes before the end are padding, a kilobyte of them is a scan that broke off
  [/\d{4,} extraneous bytes before marker 0xd9/, 'DATA_LOST'],
  // sharp's own: none of the allowed loaders knows the bytes, or a header broke
  [/unsupported image format|corrupt header|exceeds channel limit/i, 'CORRUPT'],
  [/VipsJpeg|jpegload/i, 'CORRUPT'],
  [/pngload|libpng|spngload|vips2png|png2vips/i, 'CORRUPT'],
  [/webpload|webp2vips|unable to (?:parse|read|decode|loop|get)/i, 'CORRUPT'],
  [/premature end|truncated|out of order read|bad (?:data|seek|image)|decode (?:error|failed)/i, 'CORRUPT'],
];

/**
 * Returns whether a line of the decoder reports lost picture data. The inspection of a JPEG's bytes overrules words about
 * surplus bytes. Where it could not follow them, several warnings count as a loss: only the first one has words.
 */
export function reportsLoss(line: string, inspection: 'WHOLE' | 'DAMAGED' | 'UNKNOWN' | null): boolean {
  if (inspection === 'WHOLE' && /extraneous bytes/.test(line)) return false;
  if (inspection === 'UNKNOWN' && /read gave (?!1 )\d+ warnings/.test(line)) return true;
  return readComplaint(new Error(line)) === 'DATA_LOST';
}
