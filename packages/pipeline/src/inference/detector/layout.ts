/** Layouts of a detector's outputs. N: boxes, C: classes. */
export const layouts = [
  /** [1, 4+C, N]: centre and size in input pixels, class scores (YOLOv8, v9, 11, the one-to-many head of others). */
  'yolov8',
  /** [1, N, 5+C]: centre and size in input pixels, objectness, class scores (YOLOv5, v7). */
  'yolov5',
  /** [1, N, 6]: corners in input pixels, score, class; padded with zeros (YOLOv10, YOLO26, exports with NMS). */
  'end-to-end',
  /** [1, N, 4+C]: centre and size 0..1, class scores (RT-DETR as Ultralytics exports it). */
  'rtdetr-ultralytics',
  /** labels, boxes, scores: corners in the size given as an input (RT-DETR, D-FINE and similar models). */
  'rtdetr',
] as const;

export type Layout = (typeof layouts)[number];

/** Transformers were trained on photos stretched to a square; the others on photos with grey bars. */
export const stretches = (layout: Layout): boolean => layout === 'rtdetr' || layout === 'rtdetr-ultralytics';

/** Returns whether the layout is a raw head, which outputs the same object many times. */
export const repeatsItself = (layout: Layout): boolean => layout === 'yolov8' || layout === 'yolov5';
