import type { Answer, AnswerValue } from '../../answers/answer.ts';
import { valueTruths } from '../../answers/answer-truths.ts';
import { type Run, runsOf, validSets } from '../../answers/cells.ts';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import { effectOf, type Option, optionOf } from '../landscape/option.ts';
import type { Ground } from '../landscape/terrain.ts';

/** Number of sets up to which the nearest of a kind is looked for among all of them. */
const MOST_SETS = 4096;

/**
 * The values of a question that make a difference, each represented by the one of its kind that is nearest to the
 * present answer, the nearest first: the least far on a scale, the set with the fewest choices put in or taken out.
 */
export function nearestValues(model: CompiledModel, ground: Ground, answer: Answer | undefined): readonly Option[] {
  const present = answer?.kind === 'value' ? answer.value : undefined;
  const families = familiesOf(model, ground);
  const near = ground.values.map((option) => ({ option, ...nearestOf(families.get(effectOf(option)), option, present) }));
  return near.sort((one, other) => one.distance - other.distance).map(({ option, value }) => ({ ...option, value }));
}

/** Values of one kind: runs of numbers, or sets. */
interface Family {
  readonly runs: readonly Run[];
  readonly sets: readonly (readonly string[])[];
}

const remembered = new WeakMap<Ground, ReadonlyMap<string, Family>>();

/** All values of a question by what they come to; none for questions of other types, or with too many sets. */
function familiesOf(model: CompiledModel, ground: Ground): ReadonlyMap<string, Family> {
  const known = remembered.get(ground);
  if (known !== undefined) return known;
  const { question, readers } = ground.compiled;
  const families = new Map<string, { runs: Run[]; sets: (readonly string[])[] }>();
  const effects = new Map<string, string>();
  const familyOf = (value: AnswerValue) => {
    const truths = valueTruths(readers, value);
    const effect = effects.get(truths.join('')) ?? effectOf(optionOf(model, ground, { truths, chance: 0 }));
    effects.set(truths.join(''), effect);
    const family = families.get(effect) ?? { runs: [], sets: [] };
    families.set(effect, family);
    return family;
  };
  if ('min' in question) for (const run of runsOf(readers, question)) familyOf(run.from).runs.push(run);
  if (question.type === 'multiple') for (const set of validSets(question, MOST_SETS)) familyOf(set).sets.push(set);
  remembered.set(ground, families);
  return families;
}

function nearestOf(
  family: Family | undefined,
  option: Option,
  present: AnswerValue | undefined,
): { readonly value: AnswerValue; readonly distance: number } {
  const others = candidates(family, present);
  const first = { value: option.value ?? false, distance: 0 };
  return others.reduce((best, candidate) => (candidate.distance < best.distance ? candidate : best), others[0] ?? first);
}

function candidates(
  family: Family | undefined,
  present: AnswerValue | undefined,
): readonly { readonly value: AnswerValue; readonly distance: number }[] {
  const chosen = Array.isArray(present) ? new Set<string>(present) : new Set<string>();
  const sets = (family?.sets ?? []).map((set) => {
    const kept = set.filter((id) => chosen.has(id)).length;
    return { value: set, distance: set.length + chosen.size - 2 * kept };
  });
  const numbers = (family?.runs ?? []).map(({ from, to }) => {
    const value = typeof present === 'number' ? Math.max(from, Math.min(to, present)) : from;
    return { value, distance: typeof present === 'number' ? Math.abs(value - present) : 0 };
  });
  return [...sets, ...numbers];
}
