import { apply, compose, type Homography, type Point, similarity } from './homography.ts';

/** A point of the bay: millimetres right, down, and back into the shelf from its front. */
export type SpacePoint = readonly [xMm: number, yMm: number, depthMm: number];

export interface Pose {
  /** Rotation of the camera to the right, upwards and clockwise. */
  yawDegrees: number;
  pitchDegrees: number;
  rollDegrees: number;
  distanceMm: number;
}

export interface Camera {
  project(point: SpacePoint): Point;
  /** Maps bay millimetres at a depth to pixels. */
  plane(depthMm: number): Homography;
}

export interface Framing {
  widthPx: number;
  heightPx: number;
  /** Share of the picture's width left free beside the bay; a negative value cuts the bay. */
  marginLeft: number;
  marginRight: number;
  /** Share of the spare height above the bay: 0 puts all of it below, 1 all of it above. */
  lift: number;
}

/**
 * Creates a pinhole camera in front of the bay's middle, rotated by `pose`. The picture is then scaled and moved so that the
 * bay's face meets the margins, as when a person steps back until the bay fits.
 */
export function createCamera(
  bay: { widthMm: number; heightMm: number },
  pose: Pose,
  framing: Framing,
): Camera {
  const rotation = rotationOf(pose);
  const centre = [bay.widthMm / 2, bay.heightMm / 2] as const;
  // The camera moves around the bay's middle, so that a rotated camera still points at the middle.
  const eye = turnedBack(rotation, [0, 0, -pose.distanceMm]);
  const planeBefore = (depthMm: number): Homography => {
    const [r0, r1, r2] = rotation;
    const column = (v: readonly [number, number, number]) => {
      const [x, y, z] = v;
      return [
        r0[0] * x + r0[1] * y + r0[2] * z,
        r1[0] * x + r1[1] * y + r1[2] * z,
        r2[0] * x + r2[1] * y + r2[2] * z,
      ] as const;
    };
    const ex = column([1, 0, 0]);
    const ey = column([0, 1, 0]);
    const origin = column([-centre[0] - eye[0], -centre[1] - eye[1], depthMm - eye[2]]);
    return [ex[0], ey[0], origin[0], ex[1], ey[1], origin[1], ex[2], ey[2], origin[2]];
  };

  const corners: Point[] = [
    [0, 0],
    [bay.widthMm, 0],
    [bay.widthMm, bay.heightMm],
    [0, bay.heightMm],
  ];
  const face = corners.map((corner) => apply(planeBefore(0), corner));
  const left = Math.min(...face.map((p) => p[0]));
  const right = Math.max(...face.map((p) => p[0]));
  const top = Math.min(...face.map((p) => p[1]));
  const bottom = Math.max(...face.map((p) => p[1]));
  const { widthPx, heightPx, marginLeft, marginRight, lift } = framing;
  const scale = (widthPx * (1 - marginLeft - marginRight)) / (right - left);
  const spareHeightPx = heightPx - (bottom - top) * scale;
  const toPixels = similarity(scale, marginLeft * widthPx - left * scale, spareHeightPx * lift - top * scale);

  const plane = (depthMm: number): Homography => compose(toPixels, planeBefore(depthMm));
  return { plane, project: ([x, y, depth]) => apply(plane(depth), [x, y]) };
}

type Row = readonly [number, number, number];

/** Returns the rows of the matrix that converts bay axes into camera axes. */
function rotationOf({ yawDegrees, pitchDegrees, rollDegrees }: Pose): [Row, Row, Row] {
  const [y, p, r] = [yawDegrees, pitchDegrees, rollDegrees].map((d) => (d * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const [cy, sy, cp, sp, cr, sr] = [
    Math.cos(y),
    Math.sin(y),
    Math.cos(p),
    Math.sin(p),
    Math.cos(r),
    Math.sin(r),
  ];
  const forward: Row = [sy * cp, -sp, cy * cp];
  const rightAxis: Row = [cy, 0, -sy];
  const down: Row = [
    forward[1] * rightAxis[2] - forward[2] * rightAxis[1],
    forward[2] * rightAxis[0] - forward[0] * rightAxis[2],
    forward[0] * rightAxis[1] - forward[1] * rightAxis[0],
  ];
  const mix = (a: Row, b: Row, ca: number, cb: number): Row => [
    a[0] * ca + b[0] * cb,
    a[1] * ca + b[1] * cb,
    a[2] * ca + b[2] * cb,
  ];
  return [mix(rightAxis, down, cr, sr), mix(down, rightAxis, cr, -sr), forward];
}

/** Converts a vector from camera axes to bay axes by the rotation's transpose. */
const turnedBack = ([a, b, c]: [Row, Row, Row], [x, y, z]: Row): Row => [
  a[0] * x + b[0] * y + c[0] * z,
  a[1] * x + b[1] * y + c[1] * z,
  a[2] * x + b[2] * y + c[2] * z,
];
