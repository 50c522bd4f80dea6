import { NO_VARIANT } from '../evaluation/ranking.ts';
import { type DecisionModel, NONE } from '../model/document.ts';
import { type Finding, pointer } from '../model/finding.ts';

/** Ids that stand twice, or that mean something else. */
export function checkIds(model: DecisionModel): readonly Finding[] {
  const { alternatives, criteria, sections = [], questions, rules, gates = [], prerequisites = [], contradictions = [] } = model;
  const lists = { alternatives, criteria, sections, questions, rules, gates, prerequisites, contradictions };
  const variants = alternatives.flatMap(({ variants: own = [] }, index) =>
    own.map(({ id }, position) => ({ id, path: pointer('alternatives', index, 'variants', position, 'id') })),
  );
  const choices = questions.flatMap((question, index) =>
    'choices' in question
      ? repeated(
          question.choices.map(({ id }, position) => ({ id, path: pointer('questions', index, 'choices', position, 'id') })),
        )
      : [],
  );
  return [
    ...Object.entries(lists).flatMap(([list, entries]) =>
      repeated(entries.map(({ id }, index) => ({ id, path: pointer(list, index, 'id') }))),
    ),
    ...repeated(variants),
    ...choices,
    ...reserved('alternatives', alternatives, NONE),
    ...reserved('gates', gates, NO_VARIANT),
  ];
}

function repeated(entries: readonly { readonly id: string; readonly path: string }[]): readonly Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, path }): readonly Finding[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ severity: 'error', path, code: 'duplicate-id', message: `The id ${id} is taken already; give this one its own.` }];
  });
}

function reserved(list: string, entries: readonly { readonly id: string }[], word: string): readonly Finding[] {
  return entries.flatMap(({ id }, index): readonly Finding[] =>
    id === word
      ? [
          {
            severity: 'error',
            path: pointer(list, index, 'id'),
            code: 'reserved-id',
            message: `${word} is a reserved word; choose another id.`,
          },
        ]
      : [],
  );
}
