-- AlterTable
ALTER TABLE "creation_claim" ADD COLUMN     "webhook_id" TEXT,
ALTER COLUMN "assessment_id" DROP NOT NULL;

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
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("workspace","id")
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
    "due_at" TIMESTAMP(3),
    "attempting" BOOLEAN NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("workspace","webhook_id","id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "workspace" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "reply" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("workspace","webhook_id","delivery_id","number")
);

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

-- CreateIndex
CREATE INDEX "creation_claim_workspace_webhook_id_idx" ON "creation_claim"("workspace", "webhook_id");

-- AddForeignKey
ALTER TABLE "creation_claim" ADD CONSTRAINT "creation_claim_workspace_webhook_id_fkey" FOREIGN KEY ("workspace", "webhook_id") REFERENCES "webhook"("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_workspace_webhook_id_fkey" FOREIGN KEY ("workspace", "webhook_id") REFERENCES "webhook"("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_workspace_assessment_id_fkey" FOREIGN KEY ("workspace", "assessment_id") REFERENCES "assessment"("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_workspace_webhook_id_delivery_id_fkey" FOREIGN KEY ("workspace", "webhook_id", "delivery_id") REFERENCES "webhook_delivery"("workspace", "webhook_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
