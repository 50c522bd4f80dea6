import type { CompiledModel } from '../../decision/compile/compiled-model.ts';
import { inputErrors, type RawInput } from '../models/model-input.ts';
import type { InvalidPlace } from '../refusal.ts';
import type { RawAnswers, Weights } from '../store.ts';
import { answerMisfits } from './answer-misfits.ts';

/** Where the first answers of an assessment come from, and what of the older one was left out. */
export interface CarriedOver {
  /** The id of the older assessment; then the state in which it was. */
  readonly from: string;
  readonly revision: number;
  readonly model: string;
  readonly version: string;
  /** Why what was left out does not fit; the pointers lead into the older assessment. */
  readonly left: readonly InvalidPlace[];
}

/** The model versions between which answers move; the earlier one may be lost. */
export interface VersionStep {
  readonly before: CompiledModel | undefined;
  readonly after: CompiledModel;
}

/** Stored answers and weights that another model version takes, and what is wrong with the rest of them. */
export interface Sifted {
  readonly answers: RawAnswers;
  readonly weights: Weights;
  readonly left: readonly InvalidPlace[];
}

/** Answers and weights as they are stored; each has been read against a model. */
export interface StoredInput {
  readonly answers: RawAnswers;
  readonly weights: Weights;
}

/**
 * What of an older assessment fits another version of its model, beside what is given anew and takes the place of
 * what was there. An answer is kept whole or left out: without one of its choices it would say something else.
 */
export function sift(stored: StoredInput, given: Partial<StoredInput>, step: VersionStep): Sifted {
  const answers = sorted(unnamed(stored.answers, given.answers), (id, answer) => answerMisfits(id, answer, step));
  const weights = sorted(unnamed(stored.weights, given.weights), (id, weight) => weightMisfits(id, weight, step));
  const idle = allZero(step.after, { ...weights.kept, ...given.weights });
  return {
    answers: answers.kept,
    weights: idle.length > 0 ? {} : weights.kept,
    left: [...answers.left, ...weights.left, ...idle],
  };
}

function weightMisfits(id: string, weight: number, { after }: VersionStep): readonly InvalidPlace[] {
  const isKnown = after.criteria.some(({ criterion }) => criterion.id === id);
  return isKnown ? [] : inputErrors(after, { weights: { [id]: weight } });
}

/** Where those criteria are gone that had any weight, nothing is left to weigh with. */
function allZero(model: CompiledModel, weights: RawInput['weights'] = {}): readonly InvalidPlace[] {
  return inputErrors(model, { weights }).filter(({ code }) => code === 'all-weights-zero');
}

type Entries<T> = Readonly<Record<string, T>>;

function unnamed<T>(entries: Entries<T>, named: Entries<T> = {}): Entries<T> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !Object.hasOwn(named, id)));
}

function sorted<T>(entries: Entries<T>, misfits: (id: string, value: T) => readonly InvalidPlace[]) {
  const judged = Object.entries(entries).map(([id, value]) => ({ id, value, wrong: misfits(id, value) }));
  const fitting = judged.filter(({ wrong }) => wrong.length === 0);
  return {
    kept: Object.fromEntries(fitting.map(({ id, value }) => [id, value])),
    left: judged.flatMap(({ wrong }) => wrong),
  };
}
