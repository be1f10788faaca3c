/*
 * A process that decodes photos for its parent and holds nothing else: no database, no keys. Hostile bytes that get the
 * better of a decoder find an empty room, and a crash costs one retry.
 */
import { toInferenceFrame } from '../inference-frame.ts';
import { readPhoto } from '../read-photo.ts';
import { decodeReferenceImage } from '../reference-image.ts';
import { answerOf, type PhotoAnswer, type PhotoRequest } from './photo-work.ts';

process.on('message', (request: PhotoRequest) => {
  void work(request)
    .then((value): PhotoAnswer => ({ outcome: 'done', value }), answerOf)
    .then((answer) => process.send?.(answer));
});
// The parent is gone, however it went.
process.on('disconnect', () => process.exit(0));

function work(request: PhotoRequest) {
  switch (request.kind) {
    case 'read':
      return readPhoto(request.bytes);
    case 'inferenceFrame':
      return toInferenceFrame(request.bytes, request.ask.maxLongSidePx);
    case 'referenceImage':
      return decodeReferenceImage(request.bytes);
  }
}
