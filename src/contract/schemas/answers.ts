import { z } from 'zod';

/** More entries than any decision model has questions or criteria. */
export const MOST_ENTRIES = 500;

/** Characters of an id, and the greatest weight. */
export const LONGEST_KEY = 100;
export const LARGEST_WEIGHT = 1_000_000_000;

const atMost = <T>(entries: Readonly<Record<string, T>>) => Object.keys(entries).length <= MOST_ENTRIES;
const tooMany = { error: `Send at most ${MOST_ENTRIES} entries.`, params: { code: 'too-big' } };

/** Any JSON by question id. What exactly is accepted depends on the model and is said by its answers schema. */
export const Answers = z
  .record(z.string().max(LONGEST_KEY), z.unknown())
  .refine(atMost, tooMany)
  .meta({
    id: 'Answers',
    description:
      'Answers by question id. A value is a choice id (`single`), an array of choice ids (`multiple`), a boolean, or a whole number (`scale`, `integer`). ' +
      '`null` is *unknown*; `{"notApplicable": "reason"}` and `{"anyOf": [value, …]}` are the other two forms. A question that is left out is unanswered.',
    maxProperties: MOST_ENTRIES,
    example: { targets: ['kubernetes'], 'drift-pain': 4, 'prove-running-state': true, 'truth-record': null },
  });

/** Weights by criterion id. */
export const Weights = z
  .record(z.string().max(LONGEST_KEY), z.number().min(0).max(LARGEST_WEIGHT).describe('0 or more.'))
  .refine(atMost, tooMany)
  .meta({
    id: 'Weights',
    description: "Weights by criterion id; a criterion that is left out keeps the model's weight. Only their ratios matter.",
    maxProperties: MOST_ENTRIES,
    example: { rollback: 5, security: 2.5 },
  });

const REMOVE = '`{"remove": true}` takes one back';

/** Answers to replace or take back. */
export const AnswerChanges = z
  .record(z.string().max(LONGEST_KEY), z.unknown())
  .refine(atMost, tooMany)
  .meta({
    id: 'AnswerChanges',
    description: `Answers by question id: each one named is replaced whole, ${REMOVE}, the others stay. \`null\` is the answer *unknown*.`,
    maxProperties: MOST_ENTRIES,
    example: { 'drift-pain': 5, 'truth-record': { remove: true } },
  });

/** Weights to replace or take back. */
export const WeightChanges = z
  .record(z.string().max(LONGEST_KEY), z.unknown())
  .refine(atMost, tooMany)
  .meta({
    id: 'WeightChanges',
    description: `Weights by criterion id, 0 or more: each one named is replaced, ${REMOVE}, the others stay.`,
    maxProperties: MOST_ENTRIES,
    example: { rollback: 3, security: { remove: true } },
  });
