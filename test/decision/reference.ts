import type { Readiness } from '../../src/decision/evaluation/evaluation.ts';
import type { Condition } from '../../src/decision/model/condition.ts';
import type { Criterion, DecisionModel } from '../../src/decision/model/document.ts';
import { isOpen, type RawAnswers, type Verity, verity } from './reference-condition.ts';

/** Weights as they are sent: those that differ from the model's. */
export type RawWeights = Readonly<Record<string, number>>;

/** Numbers by the id of an alternative. */
type Numbers = Readonly<Record<string, number>>;

/** What a model makes of answers, by ids and unrounded. */
export interface Reference {
  readonly enabled: Readonly<Record<string, Verity>>;
  /** Ids of the rules that fire, in the document's order. */
  readonly fired: readonly string[];
  readonly values: Readonly<Record<string, Numbers>>;
  readonly shares: Numbers;
  readonly scores: Numbers;
  readonly contributions: Readonly<Record<string, Numbers>>;
  readonly gates: Readonly<Record<string, Verity>>;
  readonly excludedBy: Readonly<Record<string, readonly string[]>>;
  readonly ranking: readonly string[];
  readonly recommended: string | undefined;
  /** Open variants of the recommended alternative, strongest first. */
  readonly variants: readonly string[];
  readonly margin: number | undefined;
  readonly coverage: { readonly byCriterion: Numbers; readonly total: number };
  readonly contradictions: readonly string[];
  readonly prerequisites: Readonly<Record<string, readonly string[]>>;
  readonly readiness: Readonly<Record<string, Readiness>>;
}

/** Scores nearer than this are the same score, told apart by nothing but rounding. */
const SAME = 1e-9;

/**
 * Evaluates raw answers straight from the raw document, step by step as the method is described on paper. It is slow,
 * knows nothing of the engine under test and shares no code with it. The document and the answers must be valid.
 */
export function referenceOf(model: DecisionModel, answers: RawAnswers, own: RawWeights = {}): Reference {
  const truth = (condition: Condition | undefined) => verity(model, answers, condition);
  const ids = model.alternatives.map(({ id }) => id);
  const fired = model.rules.filter(({ when }) => truth(when) === 'true');
  const total = sum(model.criteria.map((criterion) => weightOf(criterion, own)));
  const shares = table(model.criteria, (criterion) => weightOf(criterion, own) / total);
  const raw = (criterion: string, id: string) =>
    sum(fired.filter((rule) => rule.criterion === criterion).map(({ points }) => points[id] ?? 0));
  const values = table(model.criteria, ({ id: criterion, scale }) =>
    byId(ids, (id) => Math.max(-1, Math.min(1, raw(criterion, id) / scale))),
  );
  const scores = byId(ids, (id) => 50 + 50 * sum(model.criteria.map((one) => of(shares, one.id) * of(of(values, one.id), id))));
  const contributions = table(fired, ({ criterion, points }) =>
    byId(ids, (id) => {
      const all = raw(criterion, id);
      const kept = all === 0 ? 1 : of(of(values, criterion), id) / (all / scaleOf(model, criterion));
      return (50 * of(shares, criterion) * (points[id] ?? 0) * kept) / scaleOf(model, criterion);
    }),
  );
  const gates = table(model.gates ?? [], ({ when }) => truth(when));
  const opened = (id: string) =>
    (model.alternatives.find((one) => one.id === id)?.variants ?? []).filter((variant) =>
      fired.some(({ opens }) => opens === variant.id),
    );
  const excludedBy = table(model.alternatives, ({ id, needsVariant }) => [
    ...(model.gates ?? []).filter((gate) => gate.alternative === id && of(gates, gate.id) === 'true').map((gate) => gate.id),
    ...(needsVariant === true && opened(id).length === 0 ? ['no-variant'] : []),
  ]);
  const ranking = bestFirst(
    ids.filter((id) => of(excludedBy, id).length === 0),
    scores,
  );
  const somethingFired = fired.length > 0 || Object.values(gates).includes('true');
  const recommended = somethingFired ? ranking[0] : undefined;
  const strength = (variant: string) =>
    sum(fired.filter(({ opens }) => opens === variant).map((rule) => of(of(contributions, rule.id), recommended ?? '')));
  const variants = recommended === undefined ? [] : opened(recommended).map(({ id }) => id);
  const holding = (id: string) => (model.prerequisites ?? []).filter((one) => one.for.includes(id) && truth(one.when) === 'true');
  return {
    enabled: table(model.questions, ({ enabledWhen }) => truth(enabledWhen)),
    fired: fired.map(({ id }) => id),
    values,
    shares,
    scores,
    contributions,
    gates,
    excludedBy,
    ranking,
    recommended,
    variants: bestFirst(variants, byId(variants, strength)),
    margin: recommended === undefined || ranking[1] === undefined ? undefined : of(scores, recommended) - of(scores, ranking[1]),
    coverage: coverageOf(model, answers, shares),
    contradictions: (model.contradictions ?? []).filter(({ when }) => truth(when) === 'true').map(({ id }) => id),
    prerequisites: byId(ids, (id) => holding(id).map((one) => one.id)),
    readiness: byId(ids, (id) => {
      if (holding(id).some(({ blocking }) => blocking === true)) return 'not-yet';
      return holding(id).length > 0 ? 'prepare-first' : 'ready';
    }),
  };
}

function coverageOf(model: DecisionModel, answers: RawAnswers, shares: Numbers): Reference['coverage'] {
  const byCriterion = table(model.criteria, ({ id: criterion }) => {
    const asked = model.questions
      .filter(({ criteria = [], retired }) => criteria.includes(criterion) && retired !== true)
      .filter(({ enabledWhen }) => verity(model, answers, enabledWhen) === 'true');
    const open = asked.filter(({ id }) => isOpen(answers[id]));
    return asked.length === 0 ? 1 : 1 - open.length / asked.length;
  });
  return { byCriterion, total: sum(model.criteria.map(({ id }) => of(shares, id) * of(byCriterion, id))) };
}

/** Sorts ids by their numbers, the highest first; those with the same number keep their order. */
function bestFirst(ids: readonly string[], numbers: Numbers): readonly string[] {
  const difference = (left: string, right: string) => of(numbers, right) - of(numbers, left);
  return [...ids].sort((left, right) => (Math.abs(difference(left, right)) < SAME ? 0 : difference(left, right)));
}

function weightOf({ id, weight }: Criterion, own: RawWeights): number {
  return own[id] ?? weight;
}

function scaleOf(model: DecisionModel, criterion: string): number {
  return model.criteria.find(({ id }) => id === criterion)?.scale ?? Number.NaN;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function byId<T>(ids: readonly string[], value: (id: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(ids.map((id) => [id, value(id)]));
}

function table<E extends { readonly id: string }, T>(entries: readonly E[], value: (entry: E) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.map((entry) => [entry.id, value(entry)]));
}

function of<T>(entries: Readonly<Record<string, T>>, id: string): T {
  const entry = entries[id];
  if (entry === undefined) throw new RangeError(`there is no ${id}`);
  return entry;
}
