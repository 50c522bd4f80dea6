import { z } from 'zod';
import type { AnswerValue } from '../../decision/answers/answer.ts';
import type * as domain from '../../decision/evaluation/proof.ts';

const share = z.number().min(0).max(1);
const byOutcome = (description: string) => z.record(z.string(), share).describe(description);

const FlipWeight = z
  .object({
    criterion: z.string().describe('The id of the criterion.'),
    from: share.describe('Its share now.'),
    to: share.describe('The nearest share, the others kept in proportion, at which another alternative wins.'),
    wouldChoose: z.string().describe('The alternative that then wins.'),
  })
  .meta({
    id: 'FlipWeight',
    description: 'How far one weight is from changing the result.',
  }) satisfies z.ZodType<domain.FlipWeightResult>;

const Stability = z
  .object({
    criterion: z.string().describe('The id of the criterion.'),
    low: share.describe('The lowest share at which the recommendation stays.'),
    high: share.describe('The highest.'),
  })
  .meta({
    id: 'Stability',
    description: 'The shares of a criterion between which the recommendation stays.',
  }) satisfies z.ZodType<domain.StabilityResult>;

export const Robustness = z
  .object({
    acceptability: byOutcome(
      'Share of the samples in which each alternative, or `none`, is recommended when weights and open answers are drawn by chance; 0 when left out.',
    ),
    weightAcceptability: byOutcome('The same with the weights drawn and the open answers left open.'),
    samples: z.int().min(1).describe('How many samples were drawn.'),
    flipWeights: z.array(FlipWeight).describe('At most two for each criterion: one down, one up.'),
    stability: z.array(Stability).describe('One for each criterion; none without a recommendation.'),
  })
  .meta({
    id: 'Robustness',
    description: 'How far the result hangs on weights and open answers.',
  }) satisfies z.ZodType<domain.Robustness>;

const Change = z
  .object({
    question: z.string().describe('The id of the question.'),
    from: z.unknown().describe('The answer as it was sent; absent where nothing was answered.').exactOptional(),
    to: z.custom<AnswerValue>().meta({ override: { description: 'The answer that would take its place.' } }),
  })
  .meta({ id: 'Change', description: 'A changed or added answer.' });

const ChangeSet = z
  .object({
    changes: z.array(Change).describe('All of them are needed.'),
    score: z.number().min(0).max(100).describe('The score of the alternative after the changes.'),
  })
  .meta({ id: 'ChangeSet', description: 'Changes that make an alternative win together, and no part of them does.' });

export const Counterfactual = z
  .object({
    target: z.string().describe('The alternative that would win.'),
    sets: z.array(ChangeSet).describe('The smallest sets of changes, at most three.').exactOptional(),
    reason: z.string().describe('Why there is none.').exactOptional(),
  })
  .meta({ id: 'Counterfactual', description: 'What would make another alternative win.' });

export const Brief = z
  .object({
    headline: z.string().describe('Who leads, and by how much.'),
    for: z.array(z.string()).describe('The two strongest reasons for it.'),
    against: z.array(z.string()).describe('The two strongest reasons against it.'),
    change: z.array(z.string()).describe('What would change the result.'),
    prepare: z.array(z.string()).describe('What to prepare first.'),
  })
  .meta({ id: 'Brief', description: 'The result in sentences for a reader in a hurry.' }) satisfies z.ZodType<domain.Brief>;
