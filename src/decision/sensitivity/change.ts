import type { Answer, AnswerValue } from '../answers/answer.ts';
import { answerTruths } from '../answers/answer-truths.ts';
import type { CompiledModel, CompiledQuestion } from '../compile/compiled-model.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { distinct, type Ground, type Option, optionOf, terrainOf } from './terrain.ts';
import { type Varying, varyingOver } from './varying.ts';

/**
 * The questions whose answers a team could change: asked, changeable and not locked. The first option is the present
 * answer, the others are values that make a difference, the nearest first.
 */
export function changeableQuestions(
  model: CompiledModel,
  { answers }: Judgement,
  locked: ReadonlySet<string>,
): readonly Varying[] {
  return terrainOf(model).grounds.flatMap((ground, index): readonly Varying[] => {
    const { question, retired } = ground.compiled;
    if (retired || question.changeable === false || locked.has(question.id)) return [];
    const answer = answers.get(question.id);
    const asItIs = optionOf(model, ground, { truths: answerTruths(ground.compiled.readers, answer), chance: 0 });
    const values = ground.options.filter(({ value }) => value !== undefined).map((option) => nearest(ground, option, answer));
    const options = distinct([asItIs, ...byDistance(values, answer)]);
    return options.length > 1 ? [varyingOver(index, ground, options)] : [];
  });
}

/** The same option, standing for it the value that is nearest to the present answer. */
function nearest({ compiled }: Ground, option: Option, answer: Answer | undefined): Option {
  const present = presentNumber(answer);
  if (present === undefined || typeof option.value !== 'number' || present < option.value) return option;
  return { ...option, value: Math.min(present, lastLike(compiled, option.value)) };
}

/** The last number of the run, starting at a cell's first value, that no test tells apart from it. */
function lastLike({ question, partition }: CompiledQuestion, start: number): number {
  const next = partition.cells
    .flatMap(({ value }) => (typeof value === 'number' && value > start ? [value] : []))
    .reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return Math.min(next - 1, 'max' in question ? question.max : start);
}

function byDistance(options: readonly Option[], answer: Answer | undefined): readonly Option[] {
  const present = presentNumber(answer);
  if (present === undefined) return options;
  const distance = ({ value }: Option) => (typeof value === 'number' ? Math.abs(value - present) : 0);
  return [...options].sort((one, other) => distance(one) - distance(other));
}

function presentNumber(answer: Answer | undefined): number | undefined {
  return answer?.kind === 'value' && typeof answer.value === 'number' ? answer.value : undefined;
}

/**
 * Of all sets that come to the same as a given one, one with the fewest choices put in or taken out. Values of other
 * types are their own nearest.
 */
export function nearestSet({ question, readers }: CompiledQuestion, value: AnswerValue, answer: Answer | undefined): AnswerValue {
  if (question.type !== 'multiple' || typeof value !== 'object') return value;
  const present = answer?.kind === 'value' && typeof answer.value === 'object' ? answer.value : undefined;
  if (present === undefined) return value;
  const wanted = readers.map(({ holds }) => holds(value));
  const same = (set: readonly string[]) => readers.every(({ holds }, at) => holds(set) === wanted[at]);
  const exclusive = new Set(question.choices.filter((choice) => choice.exclusive === true).map(({ id }) => id));
  const order = question.choices.map(({ id }) => id);
  return order.reduce<readonly string[]>((set, id) => {
    const kept = present.includes(id) === set.includes(id);
    const toggled = set.includes(id) ? set.filter((one) => one !== id) : order.filter((one) => one === id || set.includes(one));
    const valid = toggled.length < 2 || !toggled.some((one) => exclusive.has(one));
    return kept || !valid || !same(toggled) ? set : toggled;
  }, value);
}
