import type { Answers } from '../answers/answer.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { asTruth, FALSE, TRUE } from '../compile/conditions/truth.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { counterfactualResults } from '../sensitivity/changes/counterfactual-results.ts';
import { robustnessOf } from '../sensitivity/robustness.ts';
import { briefOf } from './brief.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import { byAlternative, contributionsOf } from './contribution.ts';
import { coverageOf } from './coverage.ts';
import type {
  AlternativeResult,
  ContradictionResult,
  CriterionResult,
  Evaluation,
  Explain,
  GateResult,
  IgnoredAnswer,
} from './evaluation.ts';
import { planOf, prerequisitesOf, readinessOf, risksOf } from './guidance.ts';
import { type Decision, decide, type Judgement, judgementOf } from './judgement.ts';
import { bareOutcome, explainedOutcome } from './outcome.ts';
import { rationaleOf, strongestReasons } from './rationale.ts';
import { sharesOf, type Weights } from './read-weights.ts';
import { tidy } from './score.ts';
import { tally } from './tally.ts';
import { openVariants } from './variant.ts';

/** What to evaluate: answers and weights as read against the model, and how much to explain. */
export interface EvaluationRequest {
  readonly answers: Answers;
  readonly weights: Weights;
  readonly explain: Explain;
  /** Ids of questions that counterfactuals leave alone. */
  readonly locked?: ReadonlySet<string>;
  /** The identity of the model's content, to be named in the result. */
  readonly contentHash: string;
}

/** Evaluates answers. Depends on nothing but its arguments: the same ones give the same result to the last digit. */
export function evaluate(model: CompiledModel, request: EvaluationRequest): Evaluation {
  const shares = sharesOf(model, request.weights);
  const sheet = tally(model, request.answers, shares);
  const decision = decide(model, sheet, shares);
  const variants = openVariants(model, sheet, decision);
  const coverage = coverageOf(model, request.answers, sheet);
  const { id, version } = model.document;
  const method = { model: id, version, contentHash: request.contentHash, engine: ENGINE_VERSION };
  const outcome = bareOutcome(model, decision, { variants, coverage });
  const alternatives = alternativeResults(model, decision);
  if (request.explain === 'none') return { method, outcome, alternatives };

  const judgement = judgementOf(model, request.answers, { sheet, decision });
  const rationale = rationaleOf(model, judgement, contributionsOf(model, sheet));
  const contradictions = contradictionResults(model, judgement);
  const sampled = request.explain === 'full';
  const certainty = certaintyOf(model, judgement, { contradictions: contradictions.length, sampled });
  const explained = explainedOutcome(model, judgement, { bare: outcome, variants, certainty });
  const summary = {
    method,
    outcome: explained,
    alternatives: alternatives.map((result) => withProof(model, judgement, { result, certainty })),
    criteria: criterionResults(model, judgement, { weights: request.weights, coverage }),
    gates: gateResults(model, certainty),
    ignored: ignoredAnswers(model, judgement),
  };
  if (request.explain === 'summary') return { ...summary, rationale: strongestReasons(model, judgement, rationale) };
  const details = {
    rationale,
    ...(certainty.acceptability && { robustness: robustnessOf(model, judgement, certainty.acceptability) }),
    counterfactuals: counterfactualResults(model, judgement, request.locked ?? new Set()),
    contradictions,
    ...guidance(model, judgement, outcome.variant),
  };
  return { ...summary, ...details, brief: briefOf(model, judgement, explained.headline ?? '', details) };
}

function alternativeResults(model: CompiledModel, { scores, excluded, ranked }: Decision): readonly AlternativeResult[] {
  const resultOf = (index: number, rank?: number): AlternativeResult => {
    const { id, title } = model.alternatives[index] ?? { id: '', title: '' };
    const score = tidy(scores[index] ?? 0);
    const excludedBy = excluded[index] ?? [];
    return rank === undefined ? { id, title, score, excludedBy } : { id, title, score, rank, excludedBy };
  };
  const results = ranked.map((index, position) => resultOf(index, position + 1));
  for (let index = 0; index < scores.length; index += 1) if (!ranked.includes(index)) results.push(resultOf(index));
  return results;
}

/** An alternative with its range and readiness, in the order in which they read best. */
function withProof(
  model: CompiledModel,
  { standing }: Judgement,
  { result, certainty }: { readonly result: AlternativeResult; readonly certainty: Certainty },
): AlternativeResult {
  const { id, title, score, ...rest } = result;
  const [low, high] = certainty.outlook.ranges[model.alternativeIndex.get(id) ?? -1] ?? [score, score];
  return { id, title, score, range: [tidy(low), tidy(high)], ...rest, readiness: readinessOf(model, standing.truths, id) };
}

function criterionResults(
  model: CompiledModel,
  { shares, values }: Judgement,
  given: { readonly weights: Weights; readonly coverage: readonly number[] },
): readonly CriterionResult[] {
  return model.criteria.map(({ criterion: { id, title, weight } }, index) => ({
    id,
    title,
    weight: given.weights.get(id) ?? weight,
    share: tidy(shares[index] ?? 0),
    coverage: tidy(given.coverage[index] ?? 0),
    values: byAlternative(model, values[index] ?? []),
  }));
}

function gateResults(model: CompiledModel, { outlook }: Certainty): readonly GateResult[] {
  return model.gates.map(({ entry: { id, alternative, effect, because }, questions, sources }, index) => {
    return { id, state: outlook.gates[index] ?? 'possible', alternative, effect, because, questions, sources };
  });
}

function contradictionResults(model: CompiledModel, { standing: { truths } }: Judgement): readonly ContradictionResult[] {
  return model.contradictions
    .filter(({ when }) => when(truths) === TRUE)
    .map(({ entry: { id, note }, questions }) => ({ id, questions, note }));
}

/** Answers that were given but read by nothing, in the author's order of the questions. */
function ignoredAnswers(model: CompiledModel, { answers, standing }: Judgement): readonly IgnoredAnswer[] {
  return model.questions.flatMap(({ question, retired }, index): readonly IgnoredAnswer[] => {
    if (answers.given[index] === undefined) return [];
    if (retired) return [{ question: question.id, reason: 'retired' }];
    return asTruth(standing.enabled[index]) === FALSE ? [{ question: question.id, reason: 'disabled' }] : [];
  });
}

function guidance(model: CompiledModel, { standing: { truths }, recommended }: Judgement, variant: string | undefined) {
  const alternative = model.alternatives[recommended ?? -1]?.id;
  const course = alternative === undefined ? undefined : { alternative, ...(variant !== undefined && { variant }) };
  return {
    prerequisites: course === undefined ? [] : prerequisitesOf(model, truths, course.alternative),
    plan: course === undefined ? [] : planOf(model, truths, course),
    risks: course === undefined ? [] : risksOf(model, truths, course),
  };
}
