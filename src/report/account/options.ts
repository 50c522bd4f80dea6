import type { AlternativeResult, Evaluation, Readiness } from '../../decision/evaluation/evaluation.ts';
import type { Bibliography, NumberedSource } from './bibliography.ts';
import type { Labels } from './labels.ts';
import { byStrength, inWords, type ReasonInWords } from './reasons.ts';

/** A sentence with where it comes from. */
export interface Remark {
  readonly text: string;
  readonly sources: readonly NumberedSource[];
}

/** An alternative as the record shows it. */
export interface Option {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Its place among all ids in alphabetical order, from 0: the colour that means it everywhere. */
  readonly hue: number;
  readonly recommended: boolean;
  readonly score: number;
  readonly range?: readonly [low: number, high: number];
  /** Why it is out of the ranking; empty when it is not. */
  readonly excluded: readonly Remark[];
  readonly readiness?: string;
  /** Share of the samples in which it is recommended, 0 … 1. */
  readonly acceptability?: number;
  readonly for: readonly ReasonInWords[];
  readonly against: readonly ReasonInWords[];
}

const READINESS: Readonly<Record<Readiness, string>> = {
  ready: 'ready to start',
  'prepare-first': 'something must be prepared first',
  'not-yet': 'not yet: something stands in the way',
};

/** The alternatives by rank, those out of the ranking last. */
export function optionsOf(evaluation: Evaluation, labels: Labels, bibliography: Bibliography): readonly Option[] {
  const ids = evaluation.alternatives.map(({ id }) => id).toSorted();
  return evaluation.alternatives.map((alternative) => {
    const { id, score, range, readiness } = alternative;
    const [description, acceptability] = [labels.description(id), evaluation.robustness?.acceptability];
    return {
      id,
      title: labels.alternative(id),
      ...(description !== undefined && { description }),
      hue: ids.indexOf(id),
      recommended: id === evaluation.outcome.recommended,
      score,
      ...(range !== undefined && { range }),
      excluded: exclusionsOf(alternative, evaluation, bibliography),
      ...(readiness !== undefined && { readiness: READINESS[readiness] }),
      ...(acceptability !== undefined && { acceptability: acceptability[id] ?? 0 }),
      ...reasonsOf(id, evaluation, labels, bibliography),
    };
  });
}

function reasonsOf(id: string, { rationale = [] }: Evaluation, labels: Labels, bibliography: Bibliography) {
  const measure = (contributions: Readonly<Record<string, number>>) => contributions[id] ?? 0;
  const reasons = byStrength(rationale, measure).map(inWords(labels, bibliography, measure));
  return { for: reasons.filter(({ points }) => points > 0), against: reasons.filter(({ points }) => points < 0) };
}

function exclusionsOf({ excludedBy }: AlternativeResult, { gates = [] }: Evaluation, { cited }: Bibliography): readonly Remark[] {
  return excludedBy.map((id) => {
    const gate = gates.find((one) => one.id === id);
    if (gate !== undefined) return { text: gate.because, sources: cited(gate.sources) };
    return { text: id === 'no-variant' ? 'No answer opens one of its variants.' : `Taken out by ${id}.`, sources: [] };
  });
}
