import type { DecisionModel } from '../decision/model/document.ts';
import { decisionBadge } from './badge/decision-badge.ts';
import { IMAGE_STYLE, scoreImage } from './chart/score-image.ts';
import { decisionRecord } from './markdown/decision-record.ts';
import { PAGE_STYLE } from './page/page-style.ts';
import { recordPage } from './page/record-page.ts';
import type { RecordedRecommendation } from './recorded-recommendation.ts';
import { assessmentTable } from './table/assessment-table.ts';

type Model = DecisionModel | undefined;

/** Everything that can be written, by format; `style` is the text of the one style sheet in it. */
export const WRITERS = {
  records: {
    markdown: (record: RecordedRecommendation, model: Model) => ({ text: decisionRecord(record, model) }),
    html: (record: RecordedRecommendation, model: Model) => ({ text: recordPage(record, model), style: PAGE_STYLE }),
    svg: (record: RecordedRecommendation, model: Model) => ({ text: scoreImage(record, model), style: IMAGE_STYLE }),
  },
  badge: decisionBadge,
  table: assessmentTable,
} as const;
