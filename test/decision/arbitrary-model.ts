import fc from 'fast-check';
import type { Alternative, Criterion, DecisionModel } from '../../src/decision/model/document.ts';
import { arbitraryQuestion, oneIn } from './arbitrary-question.ts';
import { arbitraryStatements } from './arbitrary-statements.ts';

/** How large models may become. */
export interface ModelSize {
  /** The most questions; 6 by default. */
  readonly questions?: number;
  /** The most rules; 8 by default. */
  readonly rules?: number;
}

/**
 * Any small model that `checkModel` finds no error in: 2 to 4 alternatives, some with variants, needed or not;
 * 1 to 4 criteria with weights from 0 to 5 and scales so small that their values saturate; questions of all types,
 * some retired, some enabled by earlier or later ones (never in a circle); two facts; rules whose points may be
 * fractions and whose ids are not in their order; gates of both effects, prerequisites, contradictions, plans, risks.
 */
export function arbitraryModel({ questions = 6, rules = 8 }: ModelSize = {}): fc.Arbitrary<DecisionModel> {
  const frame = fc.record({
    alternatives: arbitraryAlternatives(),
    criteria: arbitraryCriteria(),
    questionIds: fc.integer({ min: 1, max: questions }).map((count) => ids('question', count)),
    ruleIds: fc.shuffledSubarray(ids('rule', rules), { minLength: Math.min(3, rules) }),
    tieMargin: fc.constantFrom(0, 1, 3, 20),
  });
  return frame.chain(({ alternatives, criteria, questionIds, ruleIds, tieMargin }) => {
    const asked = fc.tuple(
      ...questionIds.map((id) =>
        arbitraryQuestion(
          id,
          criteria.map((one) => one.id),
        ),
      ),
    );
    return asked.chain((always) =>
      arbitraryStatements({ alternatives, criteria, questions: always, ruleIds }).map((statements) => {
        return { id: 'arbitrary', version: '1.0.0', title: 'Arbitrary', tieMargin, alternatives, criteria, ...statements };
      }),
    );
  });
}

function arbitraryAlternatives(): fc.Arbitrary<readonly Alternative[]> {
  const alternative = fc.record({ variants: fc.constantFrom(0, 0, 1, 2), needsVariant: oneIn(2) });
  return fc.array(alternative, { minLength: 2, maxLength: 4 }).map((list) =>
    list.map(({ variants, needsVariant }, index) => {
      const id = `alternative-${index + 1}`;
      if (variants === 0) return { id, title: id };
      return {
        id,
        title: id,
        needsVariant,
        variants: ids(`variant-${index + 1}`, variants).map((variant) => ({ id: variant, title: variant })),
      };
    }),
  );
}

function arbitraryCriteria(): fc.Arbitrary<readonly Criterion[]> {
  const criterion = fc.record({ weight: fc.integer({ min: 0, max: 5 }), scale: fc.constantFrom(6, 3, 2, 1.5, 1) });
  return fc.array(criterion, { minLength: 1, maxLength: 4 }).map((list) => {
    const idle = list.every(({ weight }) => weight === 0);
    return list.map(({ weight, scale }, index) => ({
      id: `criterion-${index + 1}`,
      title: 'Criterion',
      weight: idle ? 1 : weight,
      scale,
    }));
  });
}

function ids(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}`);
}
