import { checkModel } from '../decision/check/check-model.ts';
import { compile } from '../decision/compile/compile.ts';
import type { DecisionModel } from '../decision/model/document.ts';
import type { Finding } from '../decision/model/finding.ts';
import { canonicalJson, sha256 } from '../services/canonical-json.ts';
import type { CataloguedModel } from '../services/model-catalogue.ts';
import { checkedDocument } from './checked-texts.ts';
import { deepFreeze } from './deep-freeze.ts';
import { readShape } from './shape/shape-findings.ts';
import { type ModelFormat, readModelText } from './text/model-text.ts';
import type { PlacedFinding } from './text/place.ts';

/** A model with the warnings about it, or everything that is wrong with its text. */
export type ModelReading =
  | { readonly model: CataloguedModel; readonly warnings: readonly Finding[] }
  | { readonly findings: readonly PlacedFinding[] };

/**
 * Reads one decision model: text to plain data, to a document of the right shape, to one that makes sense, to its
 * compiled form. Each step needs the one before, so the findings are those of the first step that has errors.
 */
export function readModel(text: string, format: ModelFormat): ModelReading {
  const checked = checkedDocument(text, format);
  if (checked !== undefined) return { model: cataloguedModel(deepFreeze(checked)), warnings: [] };
  const plain = readModelText(text, format);
  if ('findings' in plain) return plain;
  if (plain.data === null) return { findings: [EMPTY] };
  const shaped = readShape(plain.data);
  if ('findings' in shaped) return shaped;
  const document = deepFreeze(shaped.document);
  const findings = checkModel(document);
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  return { model: cataloguedModel(document), warnings: findings };
}

/**
 * Reads a model that has passed every check before, as those of the service have: their meaning, which takes longest, is
 * not checked again.
 *
 * @throws RangeError when the text is none that could have passed.
 */
export function readCheckedModel(text: string, format: ModelFormat): CataloguedModel {
  const checked = checkedDocument(text, format);
  if (checked !== undefined) return cataloguedModel(deepFreeze(checked));
  const plain = readModelText(text, format);
  const shaped = 'findings' in plain ? plain : readShape(plain.data);
  if ('findings' in shaped) throw new RangeError(`this model has ${shaped.findings.length} errors`);
  return cataloguedModel(deepFreeze(shaped.document));
}

function cataloguedModel(document: DecisionModel): CataloguedModel {
  const canonical = canonicalJson(document);
  return { compiled: compile(document), canonical, contentHash: sha256(canonical) };
}

const EMPTY: Finding = {
  severity: 'error',
  path: '',
  code: 'empty',
  message: 'This file is empty. Write a decision model into it, or move it away.',
};
