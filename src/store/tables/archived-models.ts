import type { ArchivedModel, Scope, Store } from '../../services/store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { Client, TransactionClient } from '../database/client.ts';

/** The models that recommendations were made with. */
export function createArchivedModels(client: Client, attempt: Attempt): Store['models'] {
  return {
    find: ({ workspace }, contentHash) =>
      attempt(async () => {
        const row = await client.archivedModel.findUnique({
          where: { workspace_contentHash: { workspace, contentHash } },
          omit: { workspace: true },
        });
        return row ?? undefined;
      }),
  };
}

/**
 * Which models are known to be kept, so that their long texts do not go to the database with every recommendation. Kept
 * ones are not removed as long as a recommendation needs them; if one is gone all the same, the database refuses the
 * next recommendation that refers to it.
 */
export interface KnownModels {
  knows(scope: Scope, model: ArchivedModel): boolean;
  /** Call it when what kept the model has been confirmed. */
  learn(scope: Scope, model: ArchivedModel): void;
  forget(scope: Scope, model: ArchivedModel): void;
}

/** Knows no model yet. */
export function createKnownModels(): KnownModels {
  const known = new Set<string>();
  const name = ({ workspace }: Scope, { contentHash }: ArchivedModel) => `${contentHash} ${workspace}`;
  return {
    knows: (scope, model) => known.has(name(scope, model)),
    learn: (scope, model) => void known.add(name(scope, model)),
    forget: (scope, model) => void known.delete(name(scope, model)),
  };
}

/** Keeps a model, unless it is kept already. Its content never changes: it is named by its hash. */
export async function keepModel(client: TransactionClient, { workspace }: Scope, model: ArchivedModel): Promise<void> {
  const { contentHash, id, version, document } = model;
  await client.$executeRaw`
    INSERT INTO "archived_model" ("workspace", "content_hash", "id", "version", "document")
    VALUES (${workspace}, ${contentHash}, ${id}, ${version}, ${document})
    ON CONFLICT DO NOTHING`;
}
