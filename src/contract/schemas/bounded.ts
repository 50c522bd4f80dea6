import { z } from 'zod';

/*
 * What replies are made of, each with the limit that holds for it. Limits of what models say are those of
 * `models/shape`: whoever reserves room for a reply can rely on them.
 */

/** An id that a decision model gives to one of its parts. */
export function partId(description: string) {
  return z.string().max(64).describe(description);
}

/** Words of a model's author for people. */
export function words(description: string) {
  return z.string().max(20_000).describe(description);
}

/** What the service says in words of the model, which is a file of 5 MB at most. */
export function sentence(description: string) {
  return z.string().max(10_000_000).describe(description);
}

/** The semantic version of a decision model. */
export function version(description: string) {
  return z.string().max(64).describe(description);
}

/** A web address that a model cites. */
export function webAddress(description: string) {
  return z.string().max(2_000).describe(description);
}

/** What a caller has sent, or where it stands in what was sent: no longer than a request can be, when escaped. */
export function sentText(description: string) {
  return z.string().max(2_000_000).describe(description);
}

/** How many there are: 0 or more. */
export function count(description: string) {
  return z.int().min(0).max(2_147_483_647).describe(description);
}

/** A list of at most so many. */
export function list<T extends z.ZodType>(item: T, max: number, description: string) {
  return z.array(item).max(max).describe(description);
}

/** A word out of a list that may grow within a version of the API, so that clients must expect words they do not know. */
export function extensibleEnum(known: readonly string[], description: string) {
  const words = known.map((word) => `\`${word}\``).join(', ');
  return z
    .string()
    .max(64)
    .meta({ description: `Extensible enum. ${description} Such as ${words}.`, examples: [...known], 'x-extensible-enum': known });
}

/** How many parts of each kind a decision model has at most. */
export const MOST = {
  alternatives: 20,
  /** The alternatives and `none`. */
  outcomes: 21,
  variants: 50,
  criteria: 200,
  sections: 100,
  questions: 500,
  choices: 100,
  rules: 5_000,
  statements: 1_000,
  citations: 100,
  /** What only the size of the file limits. */
  named: 1_000_000,
} as const;

/** Numbers by alternative. */
const PointsByAlternative = z.record(z.string(), z.number().min(-100).max(100).describe('Points of 100.')).meta({
  id: 'PointsByAlternative',
  description: 'Points of the score, of which there are 100, by the id of the alternative.',
  maxProperties: MOST.alternatives,
  examples: [{ cicd: -0.6, gitops: 1.9, hybrid: 0 }],
});

/** Points of the score by alternative. */
export function pointsByAlternative(description: string) {
  return PointsByAlternative.describe(description);
}

export const EvidenceGrade = z.enum(['A', 'B', 'C', 'D']).meta({
  id: 'EvidenceGrade',
  description: 'How well a statement is supported, from A (research) to D (anecdote).',
});

export const Verdict = z.enum(['clear', 'leaning', 'too-close', 'none']).meta({
  id: 'Verdict',
  description: 'How firm an outcome is; `none` where nothing is recommended.',
});

export const GateEffect = z.enum(['excluded', 'not-alone']).meta({
  id: 'GateEffect',
  description: 'What a gate does when it fires: take the alternative out, or say that it cannot stand alone.',
});
