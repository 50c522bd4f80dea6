import type { Answer } from '../../answers/answer.ts';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import type { ChangeResult, CounterfactualResult } from '../../evaluation/proof.ts';
import { NO_VARIANT } from '../../evaluation/ranking.ts';
import { tidy } from '../../evaluation/score.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { type ChangeSet, type Counterfactual, counterfactualsOf } from './counterfactual.ts';
import { MAX_CHANGES } from './gain.ts';

/**
 * What would make each other alternative win, as it is reported.
 *
 * @param locked ids of questions that are left alone.
 */
export function counterfactualResults(
  model: CompiledModel,
  judgement: Judgement,
  locked: ReadonlySet<string>,
): readonly CounterfactualResult[] {
  const { landscape, each } = counterfactualsOf(model, judgement, locked);
  return each.map((counterfactual): CounterfactualResult => {
    const target = model.alternatives[counterfactual.target]?.id ?? '';
    if (counterfactual.sets.length === 0) return { target, reason: reasonOf(model, judgement, { landscape, counterfactual }) };
    const sets = counterfactual.sets.map(({ changes, score }) => ({
      changes: changes.map((change) => changeOf(landscape, judgement, change)),
      score: tidy(score),
    }));
    return { target, sets };
  });
}

function changeOf(landscape: Landscape, { answers }: Judgement, { place, option }: ChangeSet['changes'][number]): ChangeResult {
  const { question: index = -1, options = [] } = landscape.varying[place] ?? {};
  const compiled = landscape.terrain.grounds[index]?.compiled;
  const value = options[option]?.value;
  if (compiled === undefined || value === undefined) throw new RangeError(`place ${place} has no value for option ${option}`);
  const answer = answers.given[index];
  return { question: compiled.question.id, ...(answer !== undefined && { from: sent(answer) }), to: value };
}

/** An answer in the form in which it is sent. */
function sent(answer: Answer): unknown {
  switch (answer.kind) {
    case 'value':
      return answer.value;
    case 'unknown':
      return null;
    case 'not-applicable':
      return { notApplicable: answer.reason };
    case 'any-of':
      return { anyOf: answer.values };
  }
}

/** Why no changes make an alternative win. */
function reasonOf(
  model: CompiledModel,
  { excluded }: Judgement,
  { landscape, counterfactual: { target, complete } }: { readonly landscape: Landscape; readonly counterfactual: Counterfactual },
): string {
  const title = model.alternatives[target]?.title ?? '';
  const gates = model.gates.filter(({ entry }) => excluded[target]?.includes(entry.id));
  const free = new Set(landscape.varying.map(({ question }) => question));
  const fixed = gates.find(({ reads }) => !reads.some((index) => free.has(index)));
  if (fixed !== undefined) return `${title} is ruled out by answers that cannot be changed: ${fixed.entry.because}`;
  if (landscape.varying.length === 0) return `No answer that counts for ${title} can be changed.`;
  if (!complete) return `No small set of changes that makes ${title} win was found, but not every set was tried.`;
  return excluded[target]?.includes(NO_VARIANT) === true
    ? `No change of up to ${MAX_CHANGES} answers opens a variant of ${title} and makes it win.`
    : `No change of up to ${MAX_CHANGES} answers makes ${title} win.`;
}
