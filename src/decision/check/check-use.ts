import { type Leaf, nodesOf, questionsRead } from '../model/condition.ts';
import type { DecisionModel } from '../model/document.ts';
import { type Finding, pointer } from '../model/finding.ts';
import type { ChoiceQuestion } from '../model/question.ts';
import { attachedConditions, conditionsOf } from './conditions-of.ts';

/** Warnings about parts of a model that nothing uses. The model must be free of errors. */
export function checkUse(model: DecisionModel): readonly Finding[] {
  return [
    ...unreadQuestions(model),
    ...unreadChoices(model),
    ...emptyCriteria(model),
    ...silentRules(model),
    ...unusedFacts(model),
  ];
}

function unreadQuestions(model: DecisionModel): readonly Finding[] {
  const facts = new Map(Object.entries(model.facts ?? {}));
  const read = new Set(conditionsOf(model).flatMap(({ condition }) => questionsRead(condition, facts)));
  return model.questions.flatMap(({ id, retired }, index) =>
    read.has(id) === (retired !== true)
      ? []
      : [
          retired === true
            ? warning(
                pointer('questions', index),
                'retired-question-read',
                `${id} is retired, so conditions that read it stay open for ever.`,
              )
            : warning(pointer('questions', index), 'unread-question', `No condition reads ${id}; its answer changes nothing.`),
        ],
  );
}

function unreadChoices(model: DecisionModel): readonly Finding[] {
  const leaves = conditionsOf(model)
    .flatMap(({ condition }) => [...nodesOf(condition)])
    .flatMap(({ condition }) => ('question' in condition ? [condition] : []));
  return model.questions.flatMap((question, index) => {
    if (!('choices' in question) || question.retired === true) return [];
    const named = new Set(leaves.filter((leaf) => leaf.question === question.id).flatMap(choicesNamed));
    return unread(question, named).map((position) =>
      warning(
        pointer('questions', index, 'choices', position),
        'unread-choice',
        `No condition reads the choice ${question.choices[position]?.id}; add a rule, or mark it neutral.`,
      ),
    );
  });
}

function unread({ choices }: ChoiceQuestion, named: ReadonlySet<unknown>): readonly number[] {
  return [...choices.keys()].filter((position) => choices[position]?.neutral !== true && !named.has(choices[position]?.id));
}

function choicesNamed({ is, in: among = [], has, hasAny = [], hasAll = [], only = [] }: Leaf): readonly unknown[] {
  return [is, has, ...among, ...hasAny, ...hasAll, ...only];
}

function emptyCriteria({ criteria, rules }: DecisionModel): readonly Finding[] {
  return criteria.flatMap(({ id }, index) =>
    rules.some(({ criterion }) => criterion === id)
      ? []
      : [
          warning(
            pointer('criteria', index),
            'criterion-without-rules',
            `No rule belongs to ${id}; its weight only dilutes the others.`,
          ),
        ],
  );
}

function silentRules({ rules }: DecisionModel): readonly Finding[] {
  return rules.flatMap(({ id, points, opens }, index) =>
    opens !== undefined || Object.values(points).some((given) => given !== 0)
      ? []
      : [warning(pointer('rules', index), 'rule-without-effect', `${id} gives no points and opens no variant.`)],
  );
}

function unusedFacts(model: DecisionModel): readonly Finding[] {
  const facts = model.facts ?? {};
  const used = new Set<string>();
  const follow = (names: readonly string[]): void => {
    for (const name of names.filter((one) => !used.has(one) && Object.hasOwn(facts, one))) {
      used.add(name);
      follow(factsNamed(facts[name]));
    }
  };
  const enabling = model.questions.flatMap(({ enabledWhen }) => (enabledWhen === undefined ? [] : [enabledWhen]));
  const roots = [...enabling, ...attachedConditions(model).map(({ condition }) => condition)];
  follow(roots.flatMap(factsNamed));
  return Object.keys(facts).flatMap((name) =>
    used.has(name) ? [] : [warning(pointer('facts', name), 'unused-fact', `Nothing refers to the fact ${name}.`)],
  );
}

function factsNamed(condition: Parameters<typeof nodesOf>[0] | undefined): readonly string[] {
  if (condition === undefined) return [];
  return [...nodesOf(condition)].flatMap(({ condition: node }) => ('fact' in node ? [node.fact] : []));
}

function warning(path: string, code: string, message: string): Finding {
  return { severity: 'warning', path, code, message };
}
