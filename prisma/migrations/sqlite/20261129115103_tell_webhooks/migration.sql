-- CreateTable
CREATE TABLE "webhook" (
    "workspace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "secrets" TEXT NOT NULL,
    "description" TEXT,
    "enabled" BOOLEAN NOT NULL,
    "disabled_because" TEXT,
    "revision" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,

    PRIMARY KEY ("workspace", "id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "workspace" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "assessment_id" TEXT,
    "recommendation_id" TEXT,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "due_at" DATETIME,
    "attempting" BOOLEAN NOT NULL,
    "created_at" DATETIME NOT NULL,
    "finished_at" DATETIME,

    PRIMARY KEY ("workspace", "webhook_id", "id"),
    CONSTRAINT "webhook_delivery_workspace_webhook_id_fkey" FOREIGN KEY ("workspace", "webhook_id") REFERENCES "webhook" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT "webhook_delivery_workspace_assessment_id_fkey" FOREIGN KEY ("workspace", "assessment_id") REFERENCES "assessment" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "workspace" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "reply" TEXT,

    PRIMARY KEY ("workspace", "webhook_id", "delivery_id", "number"),
    CONSTRAINT "webhook_attempt_workspace_webhook_id_delivery_id_fkey" FOREIGN KEY ("workspace", "webhook_id", "delivery_id") REFERENCES "webhook_delivery" ("workspace", "webhook_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_creation_claim" (
    "workspace" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "assessment_id" TEXT,
    "recommendation_id" TEXT,
    "webhook_id" TEXT,

    PRIMARY KEY ("workspace", "token"),
    CONSTRAINT "creation_claim_workspace_assessment_id_fkey" FOREIGN KEY ("workspace", "assessment_id") REFERENCES "assessment" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT "creation_claim_workspace_recommendation_id_fkey" FOREIGN KEY ("workspace", "recommendation_id") REFERENCES "recommendation" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT "creation_claim_workspace_webhook_id_fkey" FOREIGN KEY ("workspace", "webhook_id") REFERENCES "webhook" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION
);
INSERT INTO "new_creation_claim" ("assessment_id", "fingerprint", "recommendation_id", "token", "workspace") SELECT "assessment_id", "fingerprint", "recommendation_id", "token", "workspace" FROM "creation_claim";
DROP TABLE "creation_claim";
ALTER TABLE "new_creation_claim" RENAME TO "creation_claim";
CREATE INDEX "creation_claim_workspace_assessment_id_idx" ON "creation_claim"("workspace", "assessment_id");
CREATE INDEX "creation_claim_workspace_recommendation_id_idx" ON "creation_claim"("workspace", "recommendation_id");
CREATE INDEX "creation_claim_workspace_webhook_id_idx" ON "creation_claim"("workspace", "webhook_id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "webhook_workspace_created_at_id_idx" ON "webhook"("workspace", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_due_at_idx" ON "webhook_delivery"("due_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_workspace_webhook_id_created_at_id_idx" ON "webhook_delivery"("workspace", "webhook_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_workspace_webhook_id_status_created_at_id_idx" ON "webhook_delivery"("workspace", "webhook_id", "status", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_workspace_assessment_id_idx" ON "webhook_delivery"("workspace", "assessment_id");
