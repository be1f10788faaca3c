import { IconEyeOff, IconPhotoOff } from '@tabler/icons-react';
import { findingSubject } from '../finding-name.ts';
import type { PositionVerdict, ReviewedCapture } from '../read-capture.ts';
import classes from './evidence-panel.module.css';
import { PhotoCrop } from './photo-crop.tsx';
import { ReferenceImage } from './reference-image.tsx';

interface EvidencePicturesProps {
  verdict: PositionVerdict;
  photo: ReviewedCapture['photo'];
  photoUrl: string;
}

/** Shows the crop of the photo beside the reference images of the expected and, if it differs, the detected product. */
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
            name={`On the shelf: ${findingSubject(verdict)}`}
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
