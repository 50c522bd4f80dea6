import type { DecisionModel } from '../../decision/model/document.ts';
import { accountOf } from '../../report/account/account.ts';
import { unrecordedDecision } from '../../report/markdown/unrecorded-decision.ts';
import type { AnsweredCase } from '../../report/recorded-recommendation.ts';
import { type Canvas, resultTable } from './result-table.ts';

/** What a result can be printed as. */
export type ResultFormat = 'table' | 'json' | 'markdown';

/** What printing depends on beside the result. */
export interface Printing extends Canvas {
  readonly format: ResultFormat;
  readonly model: DecisionModel;
  readonly subject?: string | undefined;
}

/** A result as text without the last line break. In JSON it is, to the byte, what the API replies. */
export function writtenResult(answered: AnsweredCase, { format, model, subject, ...canvas }: Printing): string {
  switch (format) {
    case 'json':
      return JSON.stringify(answered.evaluation);
    case 'markdown':
      return unrecordedDecision(answered, model, subject).trimEnd();
    case 'table':
      return resultTable(accountOf(answered, model), canvas);
  }
}
