import { IconEyeOff, IconPhotoOff } from '@tabler/icons-react';
import classes from './evidence-panel.module.css';
import { subjectOf } from './name-of-finding.ts';
import { PhotoCrop } from './photo-crop.tsx';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';
import { ReferenceImage } from './reference-image.tsx';

interface EvidencePicturesProps {
  verdict: PositionVerdict;
  photo: ReviewedCapture['photo'];
  photoUrl: string;
}

/** The crop of the photo beside the reference images of what was expected and, when it differs, of what was seen. */
export function EvidencePictures({ verdict, photo, photoUrl }: EvidencePicturesProps) {
  const { expected, seen, box } = verdict;
  return (
    <div className={classes.pictures}>
      <figure>
        {photo && box ? (
          <PhotoCrop
            photo={photo}
            photoUrl={photoUrl}
            box={box}
            name={`On the shelf: ${subjectOf(verdict)}`}
          />
        ) : (
          <span className={classes.none}>
            <IconEyeOff size={20} aria-hidden />
            No place on the photo
          </span>
        )}
        <figcaption>On the shelf</figcaption>
      </figure>
      {expected ? <Reference caption="Expected" product={expected} /> : null}
      {seen && seen.id !== expected?.id ? <Reference caption="Seen" product={seen} /> : null}
    </div>
  );
}

function Reference({
  caption,
  product,
}: {
  caption: string;
  product: { id: string; name: string; imageUrls: string[] };
}) {
  const [first] = product.imageUrls;
  return (
    <figure>
      {first ? (
        <ReferenceImage productId={product.id} name={product.name} url={first} />
      ) : (
        <span className={classes.none}>
          <IconPhotoOff size={20} aria-hidden />
          No reference image
        </span>
      )}
      <figcaption title={product.name}>
        {caption}: {product.name}
      </figcaption>
    </figure>
  );
}
