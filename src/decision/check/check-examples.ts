import { readAnswers } from '../answers/read-answers.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { type EvaluationRequest, evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { readWeights } from '../evaluation/read-weights.ts';
import { type Example, NONE } from '../model/document.ts';
import { type Finding, pointer } from '../model/finding.ts';

/** Runs a model's own examples: each must be readable and come out as its author expects. */
export function checkExamples(model: CompiledModel): readonly Finding[] {
  return (model.document.examples ?? []).flatMap((example, index) => {
    const place = pointer('examples', index);
    const answers = readAnswers(model, example.answers);
    const weights = readWeights(model, example.weights);
    const unreadable = [
      ...answers.findings.map((finding) => ({ ...finding, pointer: `/answers${finding.pointer}` })),
      ...weights.findings.map((finding) => ({ ...finding, pointer: `/weights${finding.pointer}` })),
    ];
    if (unreadable.length > 0) return unreadable.map(({ pointer: inner, code, message }) => error(place + inner, code, message));
    const result = evaluated(model, { answers: answers.answers, weights: weights.weights }, example.expect.verdict !== undefined);
    return [...failures(example, result)].map(([key, message]) =>
      error(`${place}/expect/${key}`, 'example-fails', `Example "${example.name}": ${message}.`),
    );
  });
}

/** The evaluation of an example, with its verdict if that is asked for; a proof is worked out only where the margin does not tell. */
function evaluated(
  model: CompiledModel,
  input: Pick<EvaluationRequest, 'answers' | 'weights'>,
  withVerdict: boolean,
): Evaluation {
  const bare = evaluate(model, { ...input, explain: 'none', contentHash: '' });
  const { recommended, margin = Number.POSITIVE_INFINITY } = bare.outcome;
  if (!withVerdict) return bare;
  if (recommended === undefined) return { ...bare, outcome: { ...bare.outcome, verdict: 'none' } };
  if (margin < model.tieMargin) return { ...bare, outcome: { ...bare.outcome, verdict: 'too-close' } };
  return evaluate(model, { ...input, explain: 'summary', contentHash: '' });
}

/** What came out other than expected, by key of the expectation. */
function* failures({ expect }: Example, { outcome, alternatives }: Evaluation): Generator<readonly [string, string]> {
  const { recommended = NONE, variant, verdict, margin = recommended === NONE ? 0 : Number.POSITIVE_INFINITY } = outcome;
  const scores = alternatives.map(({ id, score }) => `${id} ${score.toFixed(1)}`).join(', ');
  const excluded = alternatives.filter(({ excludedBy }) => excludedBy.length > 0).map(({ id }) => id);
  if (expect.recommended !== undefined && expect.recommended !== recommended) {
    yield ['recommended', `expected ${expect.recommended}, got ${recommended} (${scores})`];
  }
  if (expect.variant !== undefined && expect.variant !== variant) {
    yield ['variant', `expected ${expect.variant}, got ${variant ?? 'no variant'}`];
  }
  if (expect.verdict !== undefined && expect.verdict !== verdict) {
    yield ['verdict', `expected ${expect.verdict}, got ${verdict}`];
  }
  if (expect.minMargin !== undefined && margin < expect.minMargin) {
    yield ['minMargin', `expected a margin of at least ${expect.minMargin}, got ${margin.toFixed(2)} (${scores})`];
  }
  for (const id of expect.excluded ?? []) {
    if (!excluded.includes(id)) yield ['excluded', `expected ${id} to be out, it is not`];
  }
}

function error(path: string, code: string, message: string): Finding {
  return { severity: 'error', path, code, message };
}
