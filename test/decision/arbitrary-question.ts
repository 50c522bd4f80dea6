import fc from 'fast-check';
import type { Choice, Question } from '../../src/decision/model/question.ts';

/**
 * Any question of any of the five types with at most four values (or three choices, of which one may be exclusive),
 * always asked. It is retired in one case of ten.
 */
export function arbitraryQuestion(id: string, criteria: readonly string[]): fc.Arbitrary<Question> {
  return fc
    .record({ listed: fc.subarray([...criteria]), core: fc.boolean(), retired: oneIn(10), kind: arbitraryKind() })
    .map(({ listed, core, retired, kind }) => ({
      id,
      text: `${id}?`,
      criteria: listed,
      core,
      ...(retired && { retired }),
      ...kind,
    }));
}

/** What the type of a question brings along. */
type Kind =
  | { readonly type: 'boolean' }
  | { readonly type: 'single' | 'multiple'; readonly choices: readonly Choice[] }
  | { readonly type: 'scale' | 'integer'; readonly min: number; readonly max: number };

function arbitraryKind(): fc.Arbitrary<Kind> {
  const bounds = fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 3 }));
  return fc.oneof(
    fc.constant<Kind>({ type: 'boolean' }),
    fc.integer({ min: 1, max: 3 }).map((count): Kind => ({ type: 'single', choices: choices(count, false) })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
      .map(([count, alone]): Kind => ({ type: 'multiple', choices: choices(count, alone) })),
    bounds.map(([min, span]): Kind => ({ type: 'scale', min, max: min + span })),
    bounds.map(([min, span]): Kind => ({ type: 'integer', min, max: min + span })),
  );
}

/** As many choices as asked for; `alone` makes the last of them exclusive. */
function choices(count: number, alone: boolean): readonly Choice[] {
  return ['one', 'two', 'three']
    .slice(0, count)
    .map((id, index) => ({ id, text: id, ...(alone && index === count - 1 && { exclusive: true }) }));
}

/** True in one case of so many. */
export function oneIn(cases: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: cases }).map((number) => number === cases);
}
