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

/** Keeps a model, unless it is kept already. Its content never changes: it is named by its hash. */
export async function keepModel(client: TransactionClient, { workspace }: Scope, model: ArchivedModel): Promise<void> {
  const { contentHash, id, version, document } = model;
  await client.$executeRaw`
    INSERT INTO "archived_model" ("workspace", "content_hash", "id", "version", "document")
    VALUES (${workspace}, ${contentHash}, ${id}, ${version}, ${document})
    ON CONFLICT DO NOTHING`;
}
