import type { DecisionModel } from '../../../src/decision/model/document.ts';
import type { Question } from '../../../src/decision/model/question.ts';
import type { Case } from '../arbitrary-answers.ts';
import { valuesOf } from '../completions.ts';
import { isForm, isOpen, type RawAnswers, verity } from '../reference-condition.ts';
import { type Dice, drawShares, oneOf } from './dice.ts';
import { createPaper } from './on-paper.ts';

/** How often each outcome came about, as a share of the samples. */
export type Frequencies = Readonly<Record<string, number>>;

/** Draws weights and answers by chance, as the design describes it, and counts who wins. */
export function plainMonteCarlo(
  { model, answers, weights }: Case,
  { dice, samples }: { readonly dice: Dice; readonly samples: number },
): { readonly both: Frequencies; readonly weightsAlone: Frequencies } {
  const paper = createPaper(model);
  const given = model.criteria.map(({ id, weight }) => weights[id] ?? weight);
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const counted = given.filter((weight) => weight > 0).length;
  const shapes = given.map((weight) => (counted * weight) / total);
  const [both, weightsAlone] = [new Map<string, number>(), new Map<string, number>()];
  const values = new Map(model.questions.map((question) => [question.id, equallyLikely(model, question)]));
  for (let sample = 0; sample < samples; sample += 1) {
    const shares = drawShares(dice, shapes);
    const drawn = Object.fromEntries(model.criteria.map(({ id }, index) => [id, shares[index] ?? 0]));
    count(weightsAlone, paper(answers, drawn).winner);
    count(both, paper(respondent({ model, answers, values }, dice), drawn).winner);
  }
  const frequencies = (counts: ReadonlyMap<string, number>) =>
    Object.fromEntries([...counts].map(([id, times]) => [id, times / samples]));
  return { both: frequencies(both), weightsAlone: frequencies(weightsAlone) };
}

function count(counts: Map<string, number>, outcome: string): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}

interface Interview {
  readonly model: DecisionModel;
  readonly answers: RawAnswers;
  readonly values: ReadonlyMap<string, readonly unknown[]>;
}

/** Answers what is open in the author's order, each question only if it is then enabled. */
function respondent({ model, answers, values }: Interview, dice: Dice): RawAnswers {
  const given: Record<string, unknown> = { ...answers };
  for (const { id, retired, enabledWhen } of model.questions) {
    const answer = given[id];
    if (retired === true || !isOpen(answer) || verity(model, given, enabledWhen) !== 'true') continue;
    const options: unknown = isForm(answer, 'anyOf') ? answer.anyOf : values.get(id);
    given[id] = oneOf<unknown>(dice, Array.isArray(options) ? options : []);
  }
  return given;
}

/** Values of a question that are equally likely: all of them, or the first of each interval of an integer. */
function equallyLikely(model: DecisionModel, question: Question): readonly unknown[] {
  if (question.type !== 'integer') return valuesOf(question);
  const bounds = [...boundsOn(model, question.id)];
  const passed = (value: number) => bounds.map(([least, most]) => least <= value && value <= most).join();
  return valuesOf(question).filter((value) => {
    return typeof value === 'number' && (value === question.min || passed(value) !== passed(value - 1));
  });
}

/** The bounds of every condition on a question with numbers, wherever in the model it stands. */
function* boundsOn(part: unknown, id: string): Generator<readonly [least: number, most: number]> {
  if (typeof part !== 'object' || part === null) return;
  if (isForm(part, 'question') && part.question === id) {
    const least = isForm(part, 'atLeast') ? Number(part.atLeast) : Number.NEGATIVE_INFINITY;
    const most = isForm(part, 'atMost') ? Number(part.atMost) : Number.POSITIVE_INFINITY;
    yield [least, most];
  }
  for (const inner of Object.values(part)) yield* boundsOn(inner, id);
}
