import { headLength, type ImageType, imageTypeOf } from './image-type.ts';

/** Hands bytes on as they come and keeps the first of them. */
export function watchHead(source: AsyncIterable<Uint8Array>): {
  bytes: AsyncIterable<Uint8Array>;
  imageType(): ImageType | null;
} {
  let head = Buffer.alloc(0);
  async function* pass() {
    for await (const chunk of source) {
      if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength)]);
      yield chunk;
    }
  }
  return { bytes: pass(), imageType: () => imageTypeOf(head) };
}
