import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { ChangeSetResult, FlipWeightResult } from '../../decision/evaluation/proof.ts';
import { percent } from '../text/figures.ts';
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
  const answers = counterfactuals.map(({ target, sets = [], reason }) => {
    const title = labels.alternative(target);
    if (sets.length > 0) return sets.map((set) => `${title} would be recommended if ${changesInWords(set, labels)}.`);
    return reason === undefined ? [] : [`${title}: ${reason}`];
  });
  const weights = (robustness?.flipWeights ?? [])
    .toSorted((one, other) => distance(one) - distance(other))
    .map((flip) => flipInWords(flip, labels));
  return {
    nearest: [...answers.flatMap((sentences) => sentences.slice(0, 1)), ...weights.slice(0, 1)],
    all: [...answers.flat(), ...weights],
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
  const shares = `${percent(to)} instead of ${percent(from)}`;
  return `${labels.alternative(wouldChoose)} would be recommended if “${labels.criterion(criterion)}” counted ${shares} of all weights.`;
}

function distance({ from, to }: FlipWeightResult): number {
  return Math.abs(to - from);
}
