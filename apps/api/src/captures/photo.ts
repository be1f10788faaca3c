import { builder } from '../graphql/builder.ts';
import type { PhotoRow } from './photo-rows.ts';

/** A photo that was decoded and has its derivatives. */
type ShownPhoto = { [Part in keyof PhotoRow]: NonNullable<PhotoRow[Part]> };

/** Null until preprocessing has handled the photo: the API never shows an original. */
export function shownPhoto(row: PhotoRow): ShownPhoto | null {
  const { captureId, widthPx, heightPx, displaySha256, thumbnailSha256 } = row;
  if (widthPx === null || heightPx === null || displaySha256 === null || thumbnailSha256 === null)
    return null;
  return { captureId, widthPx, heightPx, displaySha256, thumbnailSha256 };
}

export const Photo = builder.objectRef<ShownPhoto>('Photo').implement({
  description:
    'A photo in its orientation and without metadata. URLs are signed and valid for a few minutes.',
  fields: (t) => ({
    widthPx: t.exposeInt('widthPx'),
    heightPx: t.exposeInt('heightPx'),
    url: t.string({ resolve: (photo, _args, { images }) => images.pathOf(photo.displaySha256) }),
    thumbnailUrl: t.string({ resolve: (photo, _args, { images }) => images.pathOf(photo.thumbnailSha256) }),
  }),
});
