import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Citation } from './evaluation.ts';

/** The sources of a statement as a reader sees them. */
export function citations(model: CompiledModel, ids: readonly string[] = []): readonly Citation[] {
  const sources = new Map(Object.entries(model.document.sources ?? {}));
  return ids.flatMap((id) => {
    const source = sources.get(id);
    if (source === undefined) return [];
    return [{ title: source.title, ...(source.url !== undefined && { url: source.url }) }];
  });
}
