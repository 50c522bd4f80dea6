import { compile } from '../../decision/compile/compile.ts';
import type { DecisionModel } from '../../decision/model/document.ts';
import { sha256 } from '../canonical-json.ts';
import type { CataloguedModel } from '../model-catalogue.ts';
import type { ArchivedModel } from '../store.ts';

/** The hash of what the archive holds today; other than its `contentHash`, if someone changed it. */
export function presentHash(archived: ArchivedModel): string {
  return sha256(archived.document);
}

/**
 * A model version out of the archive, ready for use. Its hash must be the present one: only that proves it to be the
 * model which passed every check when it was recorded.
 */
export function restored(archived: ArchivedModel): CataloguedModel {
  if (presentHash(archived) !== archived.contentHash) {
    throw new RangeError(`the archived model ${archived.id} ${archived.version} does not hash to ${archived.contentHash}`);
  }
  return { compiled: compile(documentIn(archived)), contentHash: archived.contentHash, canonical: archived.document };
}

/** The document of a model version out of the archive, for its texts; undefined when the archive has been changed. */
export function archivedDocument(archived: ArchivedModel): DecisionModel | undefined {
  return presentHash(archived) === archived.contentHash ? documentIn(archived) : undefined;
}

function documentIn({ document }: ArchivedModel): DecisionModel {
  // The hash shows these to be the characters that a checked model was written as.
  return JSON.parse(document) as DecisionModel;
}
