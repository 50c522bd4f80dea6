-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "permissions" TEXT NOT NULL,
    "model" TEXT,
    "origins" TEXT,
    "digest" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "revoked_at" DATETIME,
    "replaced_by" TEXT
);

-- CreateIndex
CREATE INDEX "api_key_workspace_created_at_id_idx" ON "api_key"("workspace", "created_at", "id");

-- CreateIndex
CREATE INDEX "api_key_expires_at_idx" ON "api_key"("expires_at");
