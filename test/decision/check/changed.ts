import type { DecisionModel } from '../../../src/decision/model/document.ts';

/** What to put in place of what a model has, by JSON Pointer; `-` behind a list adds to it, `undefined` takes away. */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of a model with some of its parts changed. It keeps its shape only if the changes do. */
export function changed(model: DecisionModel, changes: Changes): DecisionModel {
  const copy = structuredClone(model);
  for (const [pointer, value] of Object.entries(changes)) put(copy, pointer.split('/').slice(1), value);
  return copy;
}

function put(place: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    const inner: unknown = Reflect.get(place, key);
    if (typeof inner !== 'object' || inner === null) throw new RangeError(`there is nothing at ${key}`);
    put(inner, rest, value);
  } else if (Array.isArray(place) && key === '-') place.push(value);
  else if (value === undefined) Reflect.deleteProperty(place, key);
  else Reflect.set(place, key, value);
}
