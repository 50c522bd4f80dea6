import type { AssessmentPatch, Inputs } from '../../api/api.ts';
import type { OwnWeights, WireAnswers } from '../session-state.ts';

/**
 * Answers and weights as one: values by `answers/` and the id of a question, or `weights/` and the id of a criterion.
 * Where entries are changes, `undefined` takes one back.
 */
export type Entries = ReadonlyMap<string, unknown>;

/** Answers and weights in one map. */
export function entriesOf({ answers, weights }: Inputs): Entries {
  return new Map([...keyed('answers', answers), ...keyed('weights', weights)]);
}

function keyed(part: string, values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(values).map(([id, value]) => [`${part}/${id}`, value]);
}

/** The same, as answers and weights again; without those that are `undefined`. */
export function inputsOf(entries: Entries): Inputs {
  // Entries are only ever made of answers and weights, and keep their values.
  const present = new Map([...entries].filter(([, value]) => value !== undefined));
  return { answers: part(present, 'answers') as WireAnswers, weights: part(present, 'weights') as OwnWeights };
}

/** Changes as the service takes them. */
export function patchOf(changes: Entries): Omit<AssessmentPatch, 'revision'> {
  const written = new Map([...changes].map(([key, value]) => [key, value === undefined ? { remove: true } : value]));
  return { answers: part(written, 'answers'), weights: part(written, 'weights') };
}

function part(entries: Entries, name: string): Readonly<Record<string, unknown>> {
  const own = [...entries].filter(([key]) => key.startsWith(`${name}/`));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(name.length + 1), value]));
}

/** Whether two answers or weights say the same; the order of choices says nothing, and absent ones are alike. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || written(one) === written(other);
}

/** Whether two people said the same all over. */
export function sameInputs(one: Inputs, other: Inputs): boolean {
  const left = entriesOf(one);
  const right = entriesOf(other);
  return [...left.keys(), ...right.keys()].every((key) => sameValue(left.get(key), right.get(key)));
}

function written(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) => (Array.isArray(inner) ? inner.map(written).sort() : inner));
}
