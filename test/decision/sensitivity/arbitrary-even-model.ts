import fc from 'fast-check';
import type { DecisionModel, Rule } from '../../../src/decision/model/document.ts';
import type { ChoiceQuestion } from '../../../src/decision/model/question.ts';

/** How a model is to be whose questions count about the same. */
export interface EvenSize {
  /** The fewest and the most questions. */
  readonly questions: readonly [least: number, most: number];
  /** The points that an answer may give. */
  readonly points: readonly number[];
}

/**
 * Any model in which every question has one choice for each alternative, which speaks for it, so that each answer
 * counts and none decides by itself. Criteria have the same weight and are saturated by nothing that can be answered.
 */
export function arbitraryEvenModel({ questions, points }: EvenSize): fc.Arbitrary<DecisionModel> {
  const alternatives: fc.Arbitrary<string[]> = fc.constantFrom(['a', 'b'], ['a', 'b', 'c']);
  return fc.tuple(alternatives, fc.integer({ min: 1, max: 3 })).chain(([ids, criteria]) => {
    const voice = (id: string) => fc.record({ speaksFor: fc.constant(id), points: fc.constantFrom(...points) });
    const voices = fc.shuffledSubarray(ids, { minLength: ids.length }).chain((order) => fc.tuple(...order.map(voice)));
    const [minLength, maxLength] = questions;
    return fc.array(voices, { minLength, maxLength }).map((asked) => evenModel(ids, criteria, asked));
  });
}

/** What a choice says. */
interface Voice {
  readonly speaksFor: string;
  readonly points: number;
}

function evenModel(ids: readonly string[], criteria: number, asked: readonly (readonly Voice[])[]): DecisionModel {
  return {
    id: 'even',
    version: '1.0.0',
    title: 'Even',
    alternatives: ids.map((id) => ({ id, title: id })),
    criteria: Array.from({ length: criteria }, (_, index) => {
      return { id: `criterion-${index}`, title: `Criterion ${index}`, weight: 1, scale: 3 * asked.length };
    }),
    questions: asked.map((voices, index): ChoiceQuestion => {
      const choices = voices.map((__, choice) => ({ id: `choice-${choice}`, text: `Choice ${choice}` }));
      return { id: `question-${index}`, text: `Question ${index}?`, type: 'single', choices };
    }),
    rules: asked.flatMap((voices, index) =>
      voices.map(
        ({ speaksFor, points }, choice): Rule => ({
          id: `rule-${index}-${choice}`,
          criterion: `criterion-${index % criteria}`,
          when: { question: `question-${index}`, is: `choice-${choice}` },
          points: { [speaksFor]: points },
          because: `Question ${index} speaks for ${speaksFor}.`,
        }),
      ),
    ),
  };
}
