import { z } from 'zod';
import type { AnswerValue } from '../../decision/answers/answer.ts';
import type * as domain from '../../decision/evaluation/proof.ts';
import { list, MOST, partId, sentence } from './bounded.ts';

const share = z.number().min(0).max(1);
const SharesByOutcome = z.record(z.string(), share.describe('0 to 1.')).meta({
  id: 'SharesByOutcome',
  description: 'Shares of the samples by the id of the alternative, or `none`.',
  maxProperties: MOST.outcomes,
  examples: [{ hybrid: 0.61, gitops: 0.36, cicd: 0.03 }],
});

const FlipWeight = z
  .object({
    criterion: partId('The id of the criterion.'),
    from: share.describe('Its share now.'),
    to: share.describe('The nearest share, the others kept in proportion, at which another alternative wins.'),
    wouldChoose: partId('The alternative that then wins.'),
  })
  .meta({
    id: 'FlipWeight',
    description: 'How far one weight is from changing the result.',
  }) satisfies z.ZodType<domain.FlipWeightResult>;

const StabilityInterval = z
  .object({
    criterion: partId('The id of the criterion.'),
    low: share.describe('The lowest share at which the recommendation stays.'),
    high: share.describe('The highest.'),
  })
  .meta({
    id: 'StabilityInterval',
    description: 'The shares of a criterion between which the recommendation stays.',
  }) satisfies z.ZodType<domain.StabilityResult>;

export const Robustness = z
  .object({
    acceptability: SharesByOutcome.describe(
      'Share of the samples in which each alternative, or `none`, is recommended when weights and open answers are drawn by chance; 0 when left out.',
    ),
    weightAcceptability: SharesByOutcome.describe('The same with the weights drawn and the open answers left open.'),
    samples: z.int().min(1).max(1_000_000).describe('How many samples were drawn.'),
    flipWeights: list(FlipWeight, 2 * MOST.criteria, 'At most two for each criterion: one down, one up.'),
    stability: list(StabilityInterval, MOST.criteria, 'One for each criterion; none without a recommendation.'),
  })
  .meta({
    id: 'Robustness',
    description: 'How far the result hangs on weights and open answers.',
  }) satisfies z.ZodType<domain.Robustness>;

const AnswerChange = z
  .object({
    question: partId('The id of the question.'),
    from: z.unknown().describe('The answer as it was sent; absent where nothing was answered.').exactOptional(),
    to: z.custom<AnswerValue>().meta({ override: { description: 'The answer that would take its place.' } }),
  })
  .meta({ id: 'AnswerChange', description: 'A changed or added answer.' });

const ChangeSet = z
  .object({
    changes: list(AnswerChange, MOST.questions, 'All of them are needed.'),
    score: z.number().min(0).max(100).describe('The score of the alternative after the changes.'),
  })
  .meta({ id: 'ChangeSet', description: 'Changes that make an alternative win together, and no part of them does.' });

export const Counterfactual = z
  .object({
    target: partId('The alternative that would win.'),
    sets: list(ChangeSet, 3, 'The smallest sets of changes, at most three.').exactOptional(),
    reason: sentence('Why there is none.').exactOptional(),
  })
  .meta({ id: 'Counterfactual', description: 'What would make another alternative win.' });

export const Brief = z
  .object({
    headline: sentence('Who leads, and by how much.'),
    for: list(sentence('A reason.'), 2, 'The two strongest reasons for it.'),
    against: list(sentence('A reason.'), 2, 'The two strongest reasons against it.'),
    change: list(sentence('A change.'), 3, 'What would change the result.'),
    prepare: list(sentence('Something to prepare.'), MOST.statements, 'What to prepare first.'),
  })
  .meta({ id: 'Brief', description: 'The result in sentences for a reader in a hurry.' }) satisfies z.ZodType<domain.Brief>;
