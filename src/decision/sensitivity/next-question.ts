import type { Answers } from '../answers/answer.ts';
import type { Depth } from '../answers/questionnaire.ts';
import { isEnabled } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { pointsInWords } from '../evaluation/headline.ts';
import { type Judgement, judge } from '../evaluation/judgement.ts';
import type { Weights } from '../evaluation/read-weights.ts';
import { tidy } from '../evaluation/score.ts';
import { createLandscape, type Landscape } from './landscape/landscape.ts';
import { openQuestions } from './landscape/open-questions.ts';
import { type Choice, createPoints } from './landscape/point.ts';
import type { Points } from './landscape/points.ts';
import { isDecided } from './outlook.ts';

/** What to ask next. */
export interface NextQuestions {
  /** Open, enabled questions, the one that can move the result furthest first. */
  readonly questions: readonly NextQuestion[];
  /** How many open questions can still matter to what is recommended. */
  readonly remaining: number;
  /** Whether no completion of the open answers can change what is recommended. */
  readonly decided: boolean;
}

/** An open question, and by how many points of 100 it can move the lead between the two leading alternatives. */
export interface NextQuestion {
  readonly question: string;
  readonly swing: number;
  readonly why: string;
}

/** What to ask for. */
export interface NextRequest {
  readonly answers: Answers;
  readonly weights: Weights;
  /** How many questions at once, 1 … 10. */
  readonly count: number;
  /** `core` asks the questions of the quick questionnaire only. */
  readonly depth: Depth;
}

/** Finds the open questions that can move the result furthest; asking goes on after the result is decided. */
export function nextQuestions(model: CompiledModel, request: NextRequest): NextQuestions {
  const judgement = judge(model, request.answers, request.weights);
  const landscape = createLandscape(model, judgement, openQuestions(model, judgement));
  const decided = isDecided({ landscape, judgement });
  const swings = swingsOf(landscape, judgement);
  const asked = [...landscape.varying.keys()].filter((place) => {
    const index = landscape.varying[place]?.question ?? -1;
    const core = model.questions[index]?.question.core === true;
    return isEnabled(judgement.standing, index) && (core || request.depth === 'full');
  });
  const ordered = asked.sort((one, other) => tidy((swings[other] ?? 0) - (swings[one] ?? 0)) || one - other);
  return {
    questions: ordered.slice(0, request.count).map((place) => {
      const { id } = model.questions[landscape.varying[place]?.question ?? -1]?.question ?? { id: '' };
      const swing = tidy(swings[place] ?? 0);
      return { question: id, swing, why: whyAsk(swing, { decided, matters: canMatter(landscape, place) }) };
    }),
    remaining: decided ? 0 : [...landscape.varying.keys()].filter((place) => canMatter(landscape, place)).length,
    decided,
  };
}

/**
 * By place: how far one open question can move the lead of the first alternative over the second, each of its own
 * answers tried with the others as they are.
 */
function swingsOf(landscape: Landscape, judgement: Judgement): readonly number[] {
  const [first = 0, second = 0] = leadingPair(judgement);
  const pointAt = createPoints(landscape);
  const choice: Choice = new Int32Array(landscape.varying.length);
  return landscape.varying.map(({ options }, place) => {
    const leads = options.map((_, option) => {
      choice[place] = option;
      const { scores } = pointAt(choice);
      return (scores[first] ?? 0) - (scores[second] ?? 0);
    });
    choice[place] = 0;
    return Math.max(...leads) - Math.min(...leads);
  });
}

/** The two alternatives that lead; where fewer are left in the ranking, the best of those that are out. */
function leadingPair({ ranked, scores }: Judgement): readonly [number, number] {
  const out = [...scores.keys()]
    .filter((index) => !ranked.includes(index))
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  const [first = 0, second = first] = [...ranked, ...out];
  return [first, second];
}

/**
 * Whether a question can still move a score, rule an alternative out, open a variant, or be the first to say anything
 * at all.
 */
function canMatter(landscape: Landscape, place: number): boolean {
  const { varying, live, barriers, shares, model } = landscape;
  const { question = -1, options = [] } = varying[place] ?? {};
  if (options.length < 2) return false;
  const width = model.alternatives.length;
  const counts = ({ cells, fires }: Points) =>
    (fires && !landscape.fires) || cells.some((cell) => (shares[Math.floor(cell / width)] ?? 0) > 0);
  if (options.some(({ points }) => counts(points))) return true;
  const joint = live.filter(({ given, opens }) => opens !== undefined || counts(given));
  return [...joint, ...barriers].some(({ reads }) => reads.includes(question));
}

function whyAsk(swing: number, { decided, matters }: { readonly decided: boolean; readonly matters: boolean }): string {
  if (decided) return 'It cannot change the recommendation any more, but makes the plan fit better.';
  if (swing > 0) return `It can still move the result by ${pointsInWords(swing)}.`;
  return matters ? 'It can still decide which alternatives are left.' : 'It moves no score by itself, but completes the picture.';
}
