import { compile } from '../compile/compile.ts';
import type { DecisionModel } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { checkConditions } from './check-conditions.ts';
import { checkExamples } from './check-examples.ts';
import { checkIds } from './check-ids.ts';
import { checkReach } from './check-reach.ts';
import { checkReferences } from './check-references.ts';
import { checkStructure } from './check-structure.ts';
import { checkUse } from './check-use.ts';

/**
 * Checks what a document of the right shape means: references, types of tests, circles, weights, and its own
 * examples. Errors refuse the model; warnings are looked for only when there is none.
 */
export function checkModel(document: DecisionModel): readonly Finding[] {
  const errors = [...checkIds(document), ...checkReferences(document), ...checkConditions(document), ...checkStructure(document)];
  if (errors.length > 0) return errors;
  const model = compile(document);
  return [...checkExamples(model), ...checkUse(document), ...checkReach(model)];
}
