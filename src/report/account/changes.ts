import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { ChangeSetResult, FlipWeightResult } from '../../decision/evaluation/proof.ts';
import { finePercent, percent } from '../text/figures.ts';
import { answerInWords } from './answers-in-words.ts';
import type { Labels } from './labels.ts';

/** What would make the outcome another one, in sentences. */
export interface Changes {
  /** The smallest change for each alternative and the nearest weight: at most a few lines. */
  readonly nearest: readonly string[];
  /** Every change of answers and of weights that is known. */
  readonly all: readonly string[];
}

/** Says in sentences what would change the outcome, by answers first, then by weights, the nearest first. */
export function changesOf({ counterfactuals = [], robustness }: Evaluation, labels: Labels): Changes {
  const answers = counterfactuals.map(({ target, sets = [] }) =>
    sets.map((set) => `${labels.alternative(target)} would be recommended if ${changesInWords(set, labels)}.`),
  );
  const reasons = counterfactuals.flatMap(({ target, reason }) =>
    reason === undefined ? [] : [`${labels.alternative(target)}: ${reason}`],
  );
  const weights = (robustness?.flipWeights ?? [])
    .toSorted((one, other) => distance(one) - distance(other))
    .map((flip) => flipInWords(flip, labels));
  return {
    nearest: [...answers.flatMap((sentences) => sentences.slice(0, 1)), ...weights.slice(0, 1), ...reasons],
    all: [...answers.flat(), ...weights, ...reasons],
  };
}

function changesInWords({ changes }: ChangeSetResult, labels: Labels): string {
  return changes
    .map((change) => {
      const { question, to } = change;
      const asked = labels.asked(question);
      const instead = change.from === undefined ? '' : ` instead of “${answerInWords(asked, change.from)}”`;
      return `“${labels.question(question)}” were answered “${answerInWords(asked, to)}”${instead}`;
    })
    .join(' and ');
}

function flipInWords({ criterion, from, to, wouldChoose }: FlipWeightResult, labels: Labels): string {
  const figure = percent(to) === percent(from) ? finePercent : percent;
  const shares = `${figure(to)} instead of ${figure(from)}`;
  return `${labels.alternative(wouldChoose)} would be recommended if “${labels.criterion(criterion)}” counted ${shares} of all weights.`;
}

function distance({ from, to }: FlipWeightResult): number {
  return Math.abs(to - from);
}
