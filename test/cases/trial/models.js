// The versions of the built-in model, compiled.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compile } from '../product.js';

/**
 * @typedef {import('../../../src/decision/model/document.ts').DecisionModel} DecisionModel
 * @typedef {import('../../../src/decision/compile/compiled-model.ts').CompiledModel} CompiledModel
 */

/** @param {string} version @returns {DecisionModel} */
export function documentOf(version) {
  return parse(readFileSync(new URL(`../../../src/models/delivery-approach/${version}.yaml`, import.meta.url), 'utf8'));
}

/** @param {string} version @returns {CompiledModel} */
export function modelOf(version) {
  return compile(documentOf(version));
}
