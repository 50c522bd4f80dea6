import type { DecisionModel } from '../../decision/model/document.ts';
import type { RecommendationDocument } from '../recommendations/recommendation-document.ts';
import type { Assessment } from '../store.ts';

/** What a record can be written as, beside the JSON that it is. */
export type RecordFormat = 'markdown' | 'html' | 'svg';

/** A record as people keep it. `style` is the text of its one style sheet, which whoever shows it must allow. */
export interface WrittenRecord {
  readonly text: string;
  readonly style?: string;
}

/** Writes a record; without the model that it was made with, ids stand for what only the model could name. */
export type RecordWriter = (record: RecommendationDocument, model: DecisionModel | undefined) => WrittenRecord;

/** Whoever puts what is kept into the forms in which people read it. Pure: the same input gives the same bytes. */
export interface Writers {
  readonly records: Readonly<Record<RecordFormat, RecordWriter>>;
  /** The latest record of a subject, if there is one, as a badge in SVG with a label. */
  readonly badge: (record: RecommendationDocument | undefined, label: string) => string;
  /** Assessments as CSV (RFC 4180). */
  readonly table: (assessments: readonly Assessment[]) => string;
}
