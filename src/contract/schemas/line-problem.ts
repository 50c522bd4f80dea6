import { z } from 'zod';
import { Problem } from './problem.ts';

/** What a line of a batch is answered with that cannot be accepted. */
export const LineProblem = z
  .object({
    line: z.int().min(1).describe('The number of the line, blank lines counted, from 1.'),
    problem: Problem,
  })
  .meta({
    id: 'LineProblem',
    description: 'A line of a batch that cannot be accepted, with what it would have been refused with on its own.',
  });
