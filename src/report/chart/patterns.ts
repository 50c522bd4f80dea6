import { type Markup, markup } from '../text/markup.ts';
import { hueClass, patternId } from './palette.ts';

/** The patterns that tell alternatives apart without colour; once a document, before any bar. */
export const PATTERNS: Markup = markup`<defs>
<pattern id="pattern-1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="pattern" d="M0 0V6" stroke-width="2" stroke-opacity=".55"/></pattern>
<pattern id="pattern-2" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="pattern" cx="3" cy="3" r="1.1" stroke="none" fill-opacity=".8"/></pattern>
</defs>`;

/** Where a bar lies: across in per cent of the chart's width, down in pixels. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

/** A bar in the colour and the pattern of an alternative. */
export function bar(hue: number, { from, to, y, height }: Bar): Markup {
  const [x, width] = [across(Math.min(from, to)), across(Math.abs(to - from))];
  const shape = (paint: Markup) => markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" ${paint}/>`;
  const plain = shape(markup`class="${hueClass(hue)}"`);
  return hue % 3 === 0 ? plain : markup`${plain}${shape(markup`fill="url(#${patternId(hue)})"`)}`;
}

/** A place or a width in per cent, to a hundredth. */
export function across(value: number): string {
  return `${Math.round(100 * value) / 100}%`;
}
