import type { Condition } from '../model/condition.ts';
import type { DecisionModel } from '../model/document.ts';
import { pointer } from '../model/finding.ts';

/** A condition of a model and where it stands. */
export interface PlacedCondition {
  readonly path: string;
  readonly condition: Condition;
}

/** Every condition of a model, in the order of the document's format. */
export function conditionsOf(model: DecisionModel): readonly PlacedCondition[] {
  return [
    ...placed('questions', model.questions, 'enabledWhen', ({ enabledWhen }) => enabledWhen),
    ...Object.entries(model.facts ?? {}).map(([name, condition]) => ({ path: pointer('facts', name), condition })),
    ...attachedConditions(model),
  ];
}

/** The conditions that attach something to a result: those of rules, gates, prerequisites, contradictions, plans and risks. */
export function attachedConditions(model: DecisionModel): readonly PlacedCondition[] {
  const { rules, gates = [], prerequisites = [], contradictions = [], plans = [], risks = [] } = model;
  const lists = { rules, gates, prerequisites, contradictions, plans, risks };
  return Object.entries(lists).flatMap(([list, entries]) =>
    placed<{ readonly when?: Condition }>(list, entries, 'when', ({ when }) => when),
  );
}

function placed<T>(
  list: string,
  entries: readonly T[],
  key: string,
  conditionOf: (entry: T) => Condition | undefined,
): readonly PlacedCondition[] {
  return entries.flatMap((entry, index) => {
    const condition = conditionOf(entry);
    return condition === undefined ? [] : [{ path: pointer(list, index, key), condition }];
  });
}
