import { enablingCircle } from '../compile/conditions/enabling-order.ts';
import { walk } from '../model/circle.ts';
import { type Condition, nodesOf } from '../model/condition.ts';
import type { DecisionModel } from '../model/document.ts';
import { type Finding, pointer } from '../model/finding.ts';

/** What no single reference shows: circles, weights that are all zero, bounds that leave no value, variants that are missing. */
export function checkStructure(model: DecisionModel): readonly Finding[] {
  return [...circles(model), ...weights(model), ...bounds(model), ...variants(model)];
}

function circles(model: DecisionModel): readonly Finding[] {
  const facts = factCircle(model.facts ?? {});
  const [fact = ''] = facts ?? [];
  if (facts !== undefined) {
    return [error(pointer('facts', fact), 'fact-circle', `Facts go in a circle: ${facts.join(' → ')}. Write one of them out.`)];
  }
  const questions = enablingCircle(model);
  if (questions === undefined) return [];
  const index = model.questions.findIndex(({ id }) => id === questions[0]);
  const message = `Enabling conditions go in a circle: ${questions.join(' → ')}. Let one of these questions always be asked.`;
  return [error(pointer('questions', index, 'enabledWhen'), 'enabling-circle', message)];
}

/** A circle of facts, each mentioning the next; undefined when there is none. */
function factCircle(facts: Readonly<Record<string, Condition>>): readonly string[] | undefined {
  return walk(Object.keys(facts), (name) => {
    const condition = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (condition === undefined) return [];
    return [...nodesOf(condition)].flatMap(({ condition: node }) => ('fact' in node ? [node.fact] : []));
  });
}

function weights({ criteria }: DecisionModel): readonly Finding[] {
  return criteria.every(({ weight }) => weight === 0)
    ? [error('/criteria', 'all-weights-zero', 'Give at least one criterion a weight above 0.')]
    : [];
}

function bounds({ questions }: DecisionModel): readonly Finding[] {
  return questions.flatMap((question, index) =>
    'min' in question && question.min > question.max
      ? [error(pointer('questions', index, 'min'), 'empty-range', `min ${question.min} is above max ${question.max}; swap them.`)]
      : [],
  );
}

function variants({ alternatives }: DecisionModel): readonly Finding[] {
  return alternatives.flatMap(({ needsVariant, variants: own = [] }, index) =>
    needsVariant === true && own.length === 0
      ? [error(pointer('alternatives', index, 'needsVariant'), 'variant-missing', 'Give it variants, or take needsVariant away.')]
      : [],
  );
}

function error(path: string, code: string, message: string): Finding {
  return { severity: 'error', path, code, message };
}
