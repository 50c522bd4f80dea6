import type { DecisionModel } from '../../decision/model/document.ts';
import { archivedDocument } from '../models/archived-model.ts';
import type { RecommendationDocument } from '../recommendations/recommendation-document.ts';
import { storedDocument } from '../recommendations/stored-document.ts';
import { refuse } from '../refusal.ts';
import type { Assessment, Scope, Store, StoredRecommendation } from '../store.ts';
import type { RecordFormat, Writers, WrittenRecord } from './writers.ts';

/** Whose badge, and what stands on the left of it; the id of the model in words when left out. */
export interface BadgeWish {
  readonly subject: string;
  readonly model: string;
  readonly label?: string;
}

/** What is kept, in forms that people read and hand on. */
export interface Reports {
  /** A recommendation written out, with the texts of the model kept beside it; refuses with `recommendation-not-found`. */
  record(scope: Scope, id: string, format: RecordFormat): Promise<WrittenRecord>;
  /** What the latest recommendation for a subject says, as a badge in SVG; there is one without a recommendation, too. */
  badge(scope: Scope, wish: BadgeWish): Promise<string>;
  /** Assessments as a table in CSV, in the order given. */
  table(assessments: readonly Assessment[]): string;
}

/** Reports on what a store holds. */
export function createReports({ store, writers }: { readonly store: Store; readonly writers: Writers }): Reports {
  async function modelOf(scope: Scope, { evaluation }: RecommendationDocument): Promise<DecisionModel | undefined> {
    const archived = await store.models.find(scope, evaluation.method.contentHash);
    return archived && archivedDocument(archived);
  }
  return {
    async record(scope, id, format) {
      const stored =
        (await store.recommendations.find(scope, id)) ??
        refuse('recommendation-not-found', { detail: `There is no recommendation ${id}.` });
      const document = documentOf(stored);
      return writers.records[format](document, await modelOf(scope, document));
    },
    async badge(scope, { subject, model, label = model.replaceAll('-', ' ') }) {
      const { items } = await store.recommendations.list(scope, { subject, model }, { limit: 1 });
      const [latest] = items;
      return writers.badge(latest && documentOf(latest), label);
    },
    table: (assessments) => writers.table(assessments),
  };
}

/** @throws RangeError when the text is none that was recorded: somebody has changed it behind our back. */
function documentOf({ id, document }: StoredRecommendation): RecommendationDocument {
  const read = storedDocument(document);
  if (read === undefined) throw new RangeError(`the text of recommendation ${id} cannot be read`);
  // What recording wrote; verification is for those who doubt it.
  return read.value as unknown as RecommendationDocument;
}
