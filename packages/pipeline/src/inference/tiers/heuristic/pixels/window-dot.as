// AssemblyScript. `npm run build:wasm -w @gondola/pipeline` makes window-dot.wasm of it; a test holds the two together.
//
// Computes the dot product of a template and a window of an image, both rows of 32-bit floats. Template matching spends most
// of its time here. The caller is window-dot.ts, which manages the addresses.

/** Returns the first free address; memory below belongs to the module. */
export function freeFrom(): usize {
  return __heap_base;
}

/**
 * `floats` to a row in `rows` rows; rows of the image are `stride` bytes apart, those of the template follow each other.
 * Sums run in four lanes twice over, always in the same order: one answer on every machine.
 */
export function dot(window: usize, stride: usize, template: usize, floats: i32, rows: i32): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  let rest: f32 = 0;
  for (let row = 0; row < rows; row++) {
    let p = window;
    let left = floats;
    for (; left >= 8; left -= 8) {
      even = f32x4.add(even, f32x4.mul(v128.load(p), v128.load(template)));
      odd = f32x4.add(odd, f32x4.mul(v128.load(p, 16), v128.load(template, 16)));
      p += 32;
      template += 32;
    }
    if (left >= 4) {
      even = f32x4.add(even, f32x4.mul(v128.load(p), v128.load(template)));
      left -= 4;
      p += 16;
      template += 16;
    }
    for (; left > 0; left--) {
      rest += load<f32>(p) * load<f32>(template);
      p += 4;
      template += 4;
    }
    window += stride;
  }
  const sums = f32x4.add(even, odd);
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3)) +
    rest
  );
}
