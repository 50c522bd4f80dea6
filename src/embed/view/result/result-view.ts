import type { Questionnaire } from '../../../decision/answers/questionnaire.ts';
import type { Evaluation } from '../../../decision/evaluation/evaluation.ts';
import type { View } from '../view.ts';
import type { Figures } from './reckoning/figures.ts';
import type { Pair } from './reckoning/leads.ts';
import type { Preview, Standing } from './reckoning/preview.ts';

/** What every part of a result is drawn from. */
export interface ResultView extends View {
  readonly questionnaire: Questionnaire;
  readonly evaluation: Evaluation;
  readonly figures: Figures;
  readonly preview: Preview;
  /** Absent when nothing is recommended. */
  readonly pair?: Pair;
  /** Whether no rule and no gate has anything to say yet. */
  readonly isSilent: boolean;
  /** How an alternative stands, by its id. */
  standing(alternative: string): Standing | undefined;
  /** What an alternative is called, and `none`. */
  called(alternative: string): string;
}
