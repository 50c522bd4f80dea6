import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit/html.js';

/** How many hues there are; further alternatives begin again with the first, told apart by their labels. */
const HUES = 5;

/** The class that gives an alternative its colour. */
export function hueClass(hue: number): string {
  return `hue-${hue % HUES}`;
}

/** The patterns that tell alternatives apart without colour; once, before any bar. */
export function patterns(): TemplateResult {
  return html`<svg class="unseen" aria-hidden="true"><defs>
    <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="ink" d="M0 0V6" stroke-width="2" stroke-opacity=".55"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="ink" cx="3" cy="3" r="1.1" fill-opacity=".8"/></pattern>
  </defs></svg>`;
}

/** Where a bar lies: across in per cent of the chart's width, down in pixels. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

/** A bar in the colour and the pattern of an alternative; every third is plain. */
export function bar(hue: number, { from, to, y, height }: Bar): SVGTemplateResult {
  const [x, width] = [across(Math.min(from, to)), across(Math.abs(to - from))];
  const pattern = ['', 'stripes', 'dots'][hue % 3];
  return svg`<rect class=${hueClass(hue)} x=${x} y=${y} width=${width} height=${height}></rect>${
    pattern === '' ? nothing : svg`<rect x=${x} y=${y} width=${width} height=${height} fill="url(#${pattern})"></rect>`
  }`;
}

/** A place or a width in per cent, to a hundredth. */
export function across(value: number): string {
  return `${Math.round(100 * value) / 100}%`;
}

/** The colour and pattern of an alternative beside its name. */
export function swatch(hue: number): TemplateResult {
  return html`<svg class="swatch" aria-hidden="true" width="12" height="12">${bar(hue, { from: 0, to: 100, y: 0, height: 12 })}</svg>`;
}
