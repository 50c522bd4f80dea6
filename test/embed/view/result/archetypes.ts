import { readFileSync } from 'node:fs';
import { type Questionnaire, questionnaire } from '../../../../src/decision/answers/questionnaire.ts';
import { compile } from '../../../../src/decision/compile/compile.ts';
import type { Evaluation, Explain } from '../../../../src/decision/evaluation/evaluation.ts';
import type { OwnWeights } from '../../../../src/embed/session/session-state.ts';
import { evaluatedBy } from '../../../decision/evaluated.ts';
import { modelFile } from '../../../decision/model-file.ts';
import type { RawAnswers } from '../../../decision/reference-condition.ts';

const model = compile(modelFile('src/models/delivery-approach/1.0.0.yaml'));

/** The questionnaire of the built-in model. */
export const asked: Questionnaire = questionnaire(model, 'full');

/** What typical teams answer. */
export const archetypes: readonly RawAnswers[] = readFileSync(
  new URL('../../../fixtures/archetypes.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).answers);

/** What the service says to such a team. */
export function evaluationOf(answers: RawAnswers, weights: OwnWeights = {}, explain: Explain = 'full'): Evaluation {
  return evaluatedBy(model, answers, { weights, explain });
}
