import { z } from 'zod';
import { type Condition, type Leaf, nodesOf } from '../../decision/model/condition.ts';
import { closedObject } from './closed-object.ts';
import { reference } from './scalar-shapes.ts';

/** How deep conditions may be nested within one another; a leaf alone has depth 1. */
const MAX_DEPTH = 16;

const MOST_PARTS = 200;

const anyCondition: z.ZodType<Condition> = z.unknown().transform((value, context) => {
  const parsed = formOf(value).safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  // Zod's finished issues carry all that its raw ones need; only `input` is declared optional.
  context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]));
  return z.NEVER;
});

const parts = z.array(anyCondition).min(1).max(MOST_PARTS);
const choices = z.array(reference).min(1).max(MOST_PARTS);
const count = z.int().min(0);

const choiceOrTruth = z.union([z.string().min(1), z.boolean()], { error: 'Give the id of a choice, or true or false.' });

const leafTests = {
  is: choiceOrTruth.exactOptional(),
  in: z.array(choiceOrTruth).min(1).max(MOST_PARTS).exactOptional(),
  has: reference.exactOptional(),
  hasAny: choices.exactOptional(),
  hasAll: choices.exactOptional(),
  only: choices.exactOptional(),
  countAtLeast: count.exactOptional(),
  countAtMost: count.exactOptional(),
  atLeast: z.int().exactOptional(),
  atMost: z.int().exactOptional(),
};

const leaf = closedObject(
  { question: reference, ...leafTests },
  `A condition has the key all, any, not or fact, or else question with tests out of ${Object.keys(leafTests).join(', ')}.`,
).refine((tests) => Object.keys(tests).length > 1, {
  message: `Add a test beside question: ${Object.keys(leafTests).join(', ')}.`,
  params: { code: 'no-test' },
}) satisfies z.ZodType<Leaf>;

const alone = (key: string) => `${key} stands alone in a condition; to combine it with more, list both under all or any.`;

const combinations: readonly (readonly [key: string, form: z.ZodType<Condition>])[] = [
  ['all', closedObject({ all: parts }, alone('all'))],
  ['any', closedObject({ any: parts }, alone('any'))],
  ['not', closedObject({ not: anyCondition }, alone('not'))],
  ['fact', closedObject({ fact: reference }, alone('fact'))],
];

/** The one form a condition can have, told by its key, so that only this form's errors are reported. */
function formOf(value: unknown): z.ZodType<Condition> {
  if (typeof value !== 'object' || value === null) return leaf;
  return combinations.find(([key]) => Object.hasOwn(value, key))?.[1] ?? leaf;
}

/** A condition as it stands under `when`, `enabledWhen` or a fact: at most {@link MAX_DEPTH} deep. */
export const conditionShape: z.ZodType<Condition> = anyCondition.refine((condition) => depthOf(condition) <= MAX_DEPTH, {
  message: `Nest conditions at most ${MAX_DEPTH} deep; give an inner part a name under facts.`,
  params: { code: 'too-deep' },
});

function depthOf(condition: Condition): number {
  const depths = [...nodesOf(condition)].map(({ path }) => path.match(/all|any|not/g)?.length ?? 0);
  return 1 + Math.max(...depths);
}
