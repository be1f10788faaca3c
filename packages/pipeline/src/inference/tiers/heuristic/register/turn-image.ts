import { compose, type Homography, project } from '../../../../math/homography.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import { sampleBilinear } from '../pixels/sample-bilinear.ts';

/** How a photo is held against the bay. */
export interface Pose {
  /** Quarter turns of the photo, in degrees clockwise. */
  turn: 0 | 90 | 180 | 270;
  /** True when left and right are exchanged, as a front camera stores a selfie. */
  mirrored: boolean;
  /** Further rotation of the photo, in degrees clockwise. */
  rollDeg: number;
}

export interface TurnedImage {
  image: LabImage;
  /** Pixels of `image` to pixels of the photo. */
  toPhoto: Homography;
}

/** Undoes the pose: returns the photo as if held upright, large enough to show all of it. The rest is its mean colour. */
export function turnUpright(photo: LabImage, pose: Pose): TurnedImage {
  const { width, height, toPhoto } = uprightView(photo, pose);
  return { image: sample(photo, toPhoto, width, height), toPhoto };
}

/** Returns the size of the photo turned upright, and its pixels to those of the photo. */
export function uprightView(
  photo: { width: number; height: number },
  pose: Pose,
): { width: number; height: number; toPhoto: Homography } {
  const angle = ((pose.turn + pose.rollDeg) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.max(1, Math.round(Math.abs(photo.width * cos) + Math.abs(photo.height * sin)));
  const height = Math.max(1, Math.round(Math.abs(photo.width * sin) + Math.abs(photo.height * cos)));
  const flip = pose.mirrored ? -1 : 1;
  const rotation = [flip * cos, -flip * sin, 0, sin, cos, 0, 0, 0, 1];
  const toPhoto = compose(
    [1, 0, photo.width / 2, 0, 1, photo.height / 2, 0, 0, 1],
    compose(rotation, [1, 0, -width / 2, 0, 1, -height / 2, 0, 0, 1]),
  );
  return { width, height, toPhoto };
}

function sample(photo: LabImage, toPhoto: Homography, width: number, height: number): LabImage {
  const data = new Float32Array(width * height * 3);
  const ground = meanOf(photo);
  const [stepX, stepY] = [toPhoto[0] ?? 0, toPhoto[3] ?? 0];
  let o = 0;
  for (let j = 0; j < height; j++) {
    let [x, y] = project(toPhoto, 0.5, j + 0.5);
    for (let i = 0; i < width; i++, x += stepX, y += stepY) {
      if (x < 0 || y < 0 || x > photo.width || y > photo.height) {
        for (let c = 0; c < 3; c++) data[o++] = ground[c] ?? 0;
        continue;
      }
      sampleBilinear(photo, x - 0.5, y - 0.5, data, o, 0);
      o += 3;
    }
  }
  return { width, height, data };
}

function meanOf({ data }: LabImage): [number, number, number] {
  let [l, a, b] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 3) {
    l += data[i] ?? 0;
    a += data[i + 1] ?? 0;
    b += data[i + 2] ?? 0;
  }
  const n = Math.max(1, data.length / 3);
  return [l / n, a / n, b / n];
}
