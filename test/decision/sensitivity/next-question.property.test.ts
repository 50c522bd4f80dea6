import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { CompiledModel } from '../../../src/decision/compile/compiled-model.ts';
import { type NextQuestions, nextQuestions } from '../../../src/decision/sensitivity/next-question.ts';
import { arbitraryAnswers, arbitraryValue, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { completionsOf, openOptions } from '../completions.ts';
import { evaluatedBy, readableAnswers, readableWeights } from '../evaluated.ts';
import { referenceOf } from '../reference.ts';
import { isOpen, type RawAnswers, verity } from '../reference-condition.ts';
import { arbitraryEvenModel } from './arbitrary-even-model.ts';
import { arbitraryOpenCase } from './arbitrary-open-case.ts';
import { createPaper } from './on-paper.ts';

describe('the next question', () => {
  it('is open, enabled and not retired, and all such questions are offered once', () => {
    forAnyCase(({ model, answers, weights }, ask) => {
      const { enabled } = referenceOf(model, answers, weights);
      const askable = model.questions.filter(
        ({ id, retired }) => retired !== true && enabled[id] === 'true' && isOpen(answers[id]),
      );
      expect(ids(ask()).sort()).toEqual(askable.map(({ id }) => id).sort());
    });
  });

  it('comes by swing, equal ones in the author’s order', () => {
    forAnyCase(({ model }, ask) => {
      const order = model.questions.map(({ id }) => id);
      const asked = ask().questions;
      for (const [index, { question, swing }] of asked.slice(1).entries()) {
        const before = asked[index] ?? { question, swing: Number.NaN };
        expect(before.swing).toBeGreaterThanOrEqual(swing);
        if (before.swing === swing) expect(order.indexOf(before.question)).toBeLessThan(order.indexOf(question));
      }
    });
  });

  it('comes in the number and of the depth that was asked for', () => {
    forAnyCase(({ model }, ask) => {
      const all = ask().questions;
      for (const count of [1, 2, 10]) expect(ask({ count }).questions).toEqual(all.slice(0, count));
      const core = new Set(model.questions.flatMap(({ id, core: quick }) => (quick === true ? [id] : [])));
      expect(ask({ depth: 'core' }).questions).toEqual(all.filter(({ question }) => core.has(question)));
      expect({ ...ask({ depth: 'core' }), questions: [] }).toEqual({ ...ask(), questions: [] });
    });
  });

  it('leaves nothing that matters once the result is decided, and something until then', () => {
    forAnyCase(({ model, answers, weights }, ask) => {
      const { decided, remaining } = ask();
      const { outcome } = evaluatedBy(compile(model), answers, { weights, explain: 'summary' });
      expect(decided).toBe(outcome.decided);
      if (decided) expect(remaining).toBe(0);
      else expect(remaining).toBeGreaterThan(0);
    }, 40);
  });

  it('counts as remaining every question that turns the recommendation of some completion', () => {
    forAnyCase((given, ask) => {
      const { decided, remaining } = ask();
      if (!decided) expect(remaining).toBeGreaterThanOrEqual(pivotalQuestions(given).length);
      expect(remaining).toBeLessThanOrEqual(openOptions(given.model, given.answers).length);
    });
  });

  it('has the swing that its own answers have, the others staying as they are', () => {
    const even = arbitraryEvenModel({ questions: [2, 6], points: [1, 2, 3] }).chain((model) =>
      fc.record({ model: fc.constant(model), answers: arbitraryAnswers(model), weights: fc.constant({}) }),
    );
    fc.assert(
      fc.property(fc.oneof(arbitraryOpenCase(), even), (given) => {
        for (const { question, swing } of asking(given)().questions) expect(swing).toBeCloseTo(ownSwing(given, question), 9);
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['none', 80],
    ['full', 10],
  ] as const)('leads to the same evaluation as the author’s order, explain=%s', (explain, numRuns) => {
    const cases = fc
      .oneof(arbitraryModel(), arbitraryEvenModel({ questions: [2, 6], points: [1, 2, 3] }))
      .chain((model) => fc.record({ model: fc.constant(model), values: fc.tuple(...model.questions.map(arbitraryValue)) }));
    fc.assert(
      fc.property(cases, ({ model: document, values }) => {
        const model = compile(document);
        const respondent = new Map(document.questions.map(({ id }, index) => [id, values[index]]));
        const [byNext, byAuthor] = [answeredByNext(model, respondent), answeredInOrder(model, respondent)];
        expect(JSON.stringify(evaluatedBy(model, byNext, { explain }))).toBe(
          JSON.stringify(evaluatedBy(model, byAuthor, { explain })),
        );
      }),
      { numRuns },
    );
  });
});

/** What to ask next for a case; all questions unless told otherwise. */
type Ask = (more?: { readonly count?: number; readonly depth?: 'core' | 'full' }) => NextQuestions;

function forAnyCase(compare: (given: Case, ask: Ask) => void, numRuns = 100): void {
  fc.assert(
    fc.property(arbitraryOpenCase(), (given) => compare(given, asking(given))),
    { numRuns },
  );
}

function asking({ model: document, answers, weights }: Case): Ask {
  const model = compile(document);
  return (more = {}) => nextFor(model, answers, { weights, count: 10, depth: 'full', ...more });
}

function nextFor(
  model: CompiledModel,
  answers: RawAnswers,
  { weights = {}, count, depth }: { readonly weights?: Case['weights']; readonly count: number; readonly depth: 'core' | 'full' },
): NextQuestions {
  return nextQuestions(model, {
    answers: readableAnswers(model, answers),
    weights: readableWeights(model, weights),
    count,
    depth,
  });
}

function ids({ questions }: NextQuestions): string[] {
  return questions.map(({ question }) => question);
}

/** How far one question can move the lead of the first alternative over the second by itself. */
function ownSwing({ model, answers, weights }: Case, question: string): number {
  const { ranking, scores } = referenceOf(model, answers, weights);
  const out = model.alternatives.map(({ id }) => id).filter((id) => !ranking.includes(id));
  const others = out.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  const [first = '', second = ''] = [...ranking, ...others];
  const paper = createPaper(model);
  const options = openOptions(model, answers).find(({ id }) => id === question)?.options ?? [];
  const leads = [answers, ...options.map((option) => ({ ...answers, [question]: option }))].map((answered) => {
    const result = paper(answered, weights).scores;
    return (result[first] ?? 0) - (result[second] ?? 0);
  });
  return Math.max(...leads) - Math.min(...leads);
}

/** The open questions that turn the recommendation in some completion, all others staying as they are there. */
function pivotalQuestions({ model, answers, weights }: Case): readonly string[] {
  const paper = createPaper(model);
  const winners = new Map<string, Set<string>>();
  const open = openOptions(model, answers).map(({ id }) => id);
  for (const completed of completionsOf(model, answers)) {
    const { winner } = paper(completed, weights);
    for (const id of open) {
      const others = `${id} ${JSON.stringify(open.map((other) => (other === id ? '*' : [completed[other]])))}`;
      winners.set(others, (winners.get(others) ?? new Set()).add(winner));
    }
  }
  return open.filter((id) => [...winners].some(([others, found]) => others.startsWith(`${id} `) && found.size > 1));
}

type Respondent = ReadonlyMap<string, unknown>;

/** Answers of a respondent who is asked what is next until nothing is. */
function answeredByNext(model: CompiledModel, respondent: Respondent): RawAnswers {
  const answers: Record<string, unknown> = {};
  for (;;) {
    const [next] = nextFor(model, answers, { count: 1, depth: 'full' }).questions;
    if (next === undefined) return answers;
    answers[next.question] = respondent.get(next.question);
  }
}

/** Answers of a respondent who goes through the questionnaire from the top, again and again while it grows. */
function answeredInOrder({ document }: CompiledModel, respondent: Respondent): RawAnswers {
  const answers: Record<string, unknown> = {};
  for (;;) {
    const next = document.questions.find(({ id, retired, enabledWhen }) => {
      return retired !== true && !(id in answers) && verity(document, answers, enabledWhen) === 'true';
    });
    if (next === undefined) return answers;
    answers[next.id] = respondent.get(next.id);
  }
}
