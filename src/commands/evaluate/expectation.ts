import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import { type DecisionModel, NONE, type Verdict } from '../../decision/model/document.ts';
import { changesOf } from '../../report/account/changes.ts';
import { labelsOf } from '../../report/account/labels.ts';

/** What must come out for a pipeline to go on; what is left out may be anything. */
export interface Expectation {
  /** Ids of alternatives, or `none`: one of them must be recommended. */
  readonly recommended?: readonly string[];
  readonly verdicts?: readonly Verdict[];
  /** Points of 100 by which the recommended alternative must lead the next, if there is a next. */
  readonly minMargin?: number;
}

/** What came out other than expected, a sentence each; none where all is as expected. */
export function shortfalls({ recommended, verdicts, minMargin }: Expectation, { outcome }: Evaluation): readonly string[] {
  const { recommended: got = NONE, verdict, margin = got === NONE ? 0 : Number.POSITIVE_INFINITY } = outcome;
  return [
    ...(isAmong(recommended, got) ? [] : [`Expected ${anyOf(recommended)}, got ${got}.`]),
    ...(isAmong(verdicts, verdict) ? [] : [`Expected the verdict ${anyOf(verdicts)}, got ${verdict}.`]),
    ...(minMargin !== undefined && margin < minMargin
      ? [`Expected a lead of at least ${minMargin} points, got ${Number(margin.toFixed(2))}.`]
      : []),
  ];
}

/** The nearest changes that would make one of the expected alternatives win, a sentence each, or why nothing would. */
export function waysTo(targets: readonly string[], evaluation: Evaluation, model: DecisionModel): readonly string[] {
  const { counterfactuals = [], robustness } = evaluation;
  const flipWeights = (robustness?.flipWeights ?? []).filter(({ wouldChoose }) => targets.includes(wouldChoose));
  const towards = {
    ...evaluation,
    counterfactuals: counterfactuals.filter(({ target }) => targets.includes(target)),
    ...(robustness !== undefined && { robustness: { ...robustness, flipWeights } }),
  };
  return changesOf(towards, labelsOf(evaluation, model)).nearest;
}

function isAmong<T>(expected: readonly T[] | undefined, got: T | undefined): boolean {
  return expected === undefined || expected.some((one) => one === got);
}

function anyOf(words: readonly string[] = []): string {
  return words.join(' or ');
}
