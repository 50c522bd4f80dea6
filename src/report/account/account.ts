import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { Citation, DecisionModel } from '../../decision/model/document.ts';
import type { AnsweredCase, RecordedRecommendation } from '../recorded-recommendation.ts';
import { count, percent } from '../text/figures.ts';
import { type AnsweredSection, answersInWords, tallyOf } from './answers-in-words.ts';
import { type Balance, balanceOf } from './balance.ts';
import { type Bibliography, bibliographyOf, type NumberedSource } from './bibliography.ts';
import { type Changes, changesOf } from './changes.ts';
import { confidenceOf, type VerdictInWords, verdictInWords } from './confidence.ts';
import { type Driver, driversOf } from './drivers.ts';
import { labelsOf } from './labels.ts';
import { type Option, optionsOf, type Remark } from './options.ts';
import { byStrength, leadOf, type Pair, pairOf } from './reasons.ts';
import { shapesOf } from './shapes.ts';

/** Something to do or to watch, with the reason for it. */
export interface Advice extends Remark {
  readonly title: string;
  readonly because?: string;
  readonly blocking?: boolean;
}

/** What a record says, in words and in the order of telling, whatever format it is written in; a case need not be recorded. */
export interface Account<Case extends AnsweredCase = RecordedRecommendation> {
  readonly record: Case;
  /** What is recommended, with its variant; absent when nothing is. */
  readonly recommended?: string;
  /** The question that was to be decided. */
  readonly question: string;
  readonly headline: string;
  readonly verdict: VerdictInWords;
  /** What the result was judged on, a sentence each. */
  readonly basis: readonly string[];
  /** The variants that are open, and what becomes a part of the recommended alternative. */
  readonly shapes: readonly string[];
  readonly options: readonly Option[];
  readonly drivers: readonly Driver[];
  /** Absent when nothing is recommended. */
  readonly balance?: Balance;
  readonly confidence: readonly string[];
  readonly changes: Changes;
  readonly prepare: readonly Advice[];
  readonly plan: readonly Advice[];
  readonly risks: readonly Advice[];
  readonly contradictions: readonly string[];
  readonly answers: readonly AnsweredSection[];
  readonly sources: readonly NumberedSource[];
}

/** @param model the very model that the record was made with; when it is lost, ids stand for what only it could name. */
export function accountOf<Case extends AnsweredCase>(record: Case, model: DecisionModel | undefined): Account<Case> {
  const { evaluation } = record;
  const { outcome, contradictions = [] } = evaluation;
  const labels = labelsOf(evaluation, model);
  const pair = pairOf(evaluation);
  const bibliography = bibliographyOf(citationsIn(evaluation, pair));
  const options = optionsOf(evaluation, labels, bibliography);
  const balance = pair && balanceOf(evaluation, pair, { labels, bibliography, options });
  return {
    record,
    ...(outcome.recommended !== undefined && { recommended: labels.shaped(outcome.recommended, outcome.variant) }),
    question: labels.model,
    headline: outcome.headline ?? verdictInWords(outcome).word,
    verdict: verdictInWords(outcome),
    basis: basisOf(record, model),
    shapes: shapesOf(outcome, labels, model),
    options,
    drivers: driversOf(record, pair),
    ...(balance && { balance }),
    confidence: confidenceOf(evaluation, labels),
    changes: changesOf(evaluation, labels),
    ...adviceOf(evaluation, bibliography),
    contradictions: contradictions.map(({ note }) => note),
    answers: answersInWords(record, labels, model),
    sources: bibliography.sources,
  };
}

function basisOf({ answers, weights, evaluation }: AnsweredCase, model: DecisionModel | undefined): readonly string[] {
  const { answered, unknown, notApplicable } = tallyOf(answers);
  const asked = model?.questions.filter(({ retired }) => retired !== true).length;
  const of = asked === undefined ? '' : ` of ${count(asked, 'question')}`;
  const more = [
    ...(unknown > 0 ? [`${unknown} not known`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
  ];
  const own = Object.keys(weights).length;
  return [
    `${[`${count(answered, 'answer')}${of}`, ...more].join(', ')}; together they cover ${percent(evaluation.outcome.coverage)} of what counts.`,
    own === 0 ? 'The weights are those of the model.' : `${count(own, 'weight is', 'weights are')} the team's own.`,
  ];
}

function adviceOf({ prerequisites = [], plan = [], risks = [] }: Evaluation, { cited }: Bibliography) {
  return {
    prepare: prerequisites.map(({ title, text = '', because, blocking, sources }) => {
      return { title, text, ...(because !== undefined && { because }), blocking, sources: cited(sources) };
    }),
    plan: plan.map(({ title, text = '', sources }) => ({ title, text, sources: cited(sources) })),
    risks: risks.map(({ risk, mitigation, sources }) => ({ title: risk, text: mitigation, sources: cited(sources) })),
  };
}

/** Everything that is cited, in the order of telling: what decided first. */
function citationsIn(evaluation: Evaluation, pair: Pair | undefined): readonly Citation[] {
  const { rationale = [], gates = [], prerequisites = [], plan = [], risks = [] } = evaluation;
  const fired = gates.filter(({ state }) => state === 'fired');
  const decisive = pair === undefined ? rationale : byStrength(rationale, leadOf(pair));
  return [...decisive, ...fired, ...prerequisites, ...plan, ...risks, ...rationale].flatMap(({ sources }) => sources);
}
