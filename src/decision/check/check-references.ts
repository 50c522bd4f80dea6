import type { DecisionModel } from '../model/document.ts';
import { type Finding, pointer } from '../model/finding.ts';

/** A word in the document that must be the id of something. */
interface Reference {
  readonly path: string;
  readonly id: string;
  readonly kind: 'alternative' | 'variant' | 'criterion' | 'section' | 'source';
  /** Where the variant must belong. */
  readonly alternative?: string;
}

/** References outside conditions that lead nowhere. */
export function checkReferences(model: DecisionModel): readonly Finding[] {
  const known = knownIds(model);
  return referencesOf(model).flatMap((reference): readonly Finding[] => {
    const ids = known(reference);
    if (ids.includes(reference.id)) return [];
    const message = `There is no ${reference.kind} ${reference.id}; ${ids.length === 0 ? 'there are none' : `use one of ${ids.join(', ')}`}.`;
    return [{ severity: 'error', path: reference.path, code: `unknown-${reference.kind}`, message }];
  });
}

function knownIds(model: DecisionModel): (reference: Reference) => readonly string[] {
  const ids = {
    alternative: model.alternatives.map(({ id }) => id),
    criterion: model.criteria.map(({ id }) => id),
    section: (model.sections ?? []).map(({ id }) => id),
    source: Object.keys(model.sources ?? {}),
  };
  return ({ kind, alternative }) =>
    kind === 'variant'
      ? model.alternatives
          .filter(({ id }) => alternative === undefined || id === alternative)
          .flatMap(({ variants = [] }) => variants.map(({ id }) => id))
      : ids[kind];
}

function* questionReferences({ questions }: DecisionModel): Generator<Reference> {
  for (const [index, { section, criteria = [] }] of questions.entries()) {
    const place = pointer('questions', index);
    if (section !== undefined) yield { path: `${place}/section`, id: section, kind: 'section' };
    for (const [at, id] of criteria.entries()) yield { path: `${place}/criteria/${at}`, id, kind: 'criterion' };
  }
}

function* ruleReferences({ rules }: DecisionModel): Generator<Reference> {
  for (const [index, { criterion, points, opens }] of rules.entries()) {
    const place = pointer('rules', index);
    yield { path: `${place}/criterion`, id: criterion, kind: 'criterion' };
    for (const id of Object.keys(points)) yield { path: place + pointer('points', id), id, kind: 'alternative' };
    if (opens !== undefined) yield { path: `${place}/opens`, id: opens, kind: 'variant' };
  }
}

function* barrierReferences({ gates = [], prerequisites = [] }: DecisionModel): Generator<Reference> {
  for (const [index, { alternative }] of gates.entries()) {
    yield { path: pointer('gates', index, 'alternative'), id: alternative, kind: 'alternative' };
  }
  for (const [index, prerequisite] of prerequisites.entries()) {
    for (const [at, id] of prerequisite.for.entries()) {
      yield { path: pointer('prerequisites', index, 'for', at), id, kind: 'alternative' };
    }
  }
}

function* courseReferences(model: DecisionModel): Generator<Reference> {
  for (const [list, entries] of Object.entries({ plans: model.plans ?? [], risks: model.risks ?? [] })) {
    for (const [index, { for: alternative, variant }] of entries.entries()) {
      yield { path: pointer(list, index, 'for'), id: alternative, kind: 'alternative' };
      if (variant !== undefined) yield { path: pointer(list, index, 'variant'), id: variant, kind: 'variant', alternative };
    }
  }
}

function* sourceReferences(model: DecisionModel): Generator<Reference> {
  const { rules, gates = [], prerequisites = [], plans = [], risks = [] } = model;
  for (const [list, entries] of Object.entries({ rules, gates, prerequisites, plans, risks })) {
    for (const [index, { sources = [] }] of entries.entries()) {
      for (const [at, id] of sources.entries()) yield { path: pointer(list, index, 'sources', at), id, kind: 'source' };
    }
  }
}

function referencesOf(model: DecisionModel): readonly Reference[] {
  return [questionReferences, ruleReferences, barrierReferences, courseReferences, sourceReferences].flatMap((list) => [
    ...list(model),
  ]);
}
