import { createRandom } from '../random.ts';
import { labelArt } from './label-art.ts';
import type { PackDesign } from './pack-design.ts';
import { packForm } from './pack-form.ts';

/** Draws the front of a pack as an SVG document, transparent outside the pack's outline. */
export function packSvg(design: PackDesign, widthPx: number, heightPx: number): string {
  const { widthMm: w, heightMm: h } = design;
  const random = createRandom(`form/${design.brand}/${design.noun}`);
  const form = packForm(design, random.next);
  const { label } = form;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${w} ${h}" preserveAspectRatio="none">` +
    `<defs><clipPath id="outline"><path d="${form.outline}"/></clipPath><clipPath id="label"><rect width="${label.width}" height="${label.height}"/></clipPath></defs>` +
    `<g clip-path="url(#outline)">${form.body}` +
    `<g transform="translate(${label.x} ${label.y})"><g clip-path="url(#label)">${labelArt(design, label.width, label.height)}</g></g>` +
    `${form.light}</g></svg>`
  );
}
