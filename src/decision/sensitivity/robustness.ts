import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ByAlternative } from '../evaluation/evaluation.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import type { Robustness } from '../evaluation/proof.ts';
import { tidy } from '../evaluation/score.ts';
import { NONE } from '../model/document.ts';
import { weightSensitivity } from './flip-weight.ts';
import type { Acceptability } from './samples/acceptability.ts';
import { SAMPLES } from './samples/weight-samples.ts';

/** How far the result hangs on weights and open answers, as it is reported. */
export function robustnessOf(model: CompiledModel, judgement: Judgement, acceptability: Acceptability): Robustness {
  const { flips, stability } = weightSensitivity(model, judgement);
  const criterionId = (index: number) => model.criteria[index]?.criterion.id ?? '';
  return {
    acceptability: byOutcome(model, acceptability.all),
    weightAcceptability: byOutcome(model, acceptability.weights),
    samples: SAMPLES,
    flipWeights: flips.map(({ criterion, from, to, winner }) => ({
      criterion: criterionId(criterion),
      from: tidy(from),
      to: tidy(to),
      wouldChoose: model.alternatives[winner]?.id ?? '',
    })),
    stability: stability.map(({ criterion, low, high }) => ({
      criterion: criterionId(criterion),
      low: tidy(low),
      high: tidy(high),
    })),
  };
}

/** Shares by id of the alternative, in declared order, nobody's last under `none`; without those that are 0. */
function byOutcome(model: CompiledModel, shares: readonly number[]): ByAlternative {
  const ids = [...model.alternatives.map(({ id }) => id), NONE];
  return Object.fromEntries(ids.flatMap((id, index) => (shares[index] === 0 ? [] : [[id, tidy(shares[index] ?? 0)]])));
}
