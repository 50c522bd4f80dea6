-- CreateTable
CREATE TABLE "assessment" (
    "workspace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "subject_ref" TEXT NOT NULL,
    "subject_name" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "weights" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "latest_id" TEXT,
    "latest_recommended" TEXT,
    "latest_verdict" TEXT,
    "latest_created_at" DATETIME,

    PRIMARY KEY ("workspace", "id")
);

-- CreateTable
CREATE TABLE "assessment_tag" (
    "workspace" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "assessment_id" TEXT NOT NULL,

    PRIMARY KEY ("workspace", "tag", "assessment_id"),
    CONSTRAINT "assessment_tag_workspace_assessment_id_fkey" FOREIGN KEY ("workspace", "assessment_id") REFERENCES "assessment" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "recommendation" (
    "workspace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "assessment_id" TEXT NOT NULL,
    "subject_ref" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "recommended" TEXT,
    "verdict" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "document" TEXT NOT NULL,

    PRIMARY KEY ("workspace", "id"),
    CONSTRAINT "recommendation_workspace_assessment_id_fkey" FOREIGN KEY ("workspace", "assessment_id") REFERENCES "assessment" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT "recommendation_workspace_content_hash_fkey" FOREIGN KEY ("workspace", "content_hash") REFERENCES "archived_model" ("workspace", "content_hash") ON DELETE RESTRICT ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "archived_model" (
    "workspace" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "document" TEXT NOT NULL,

    PRIMARY KEY ("workspace", "content_hash")
);

-- CreateTable
CREATE TABLE "creation_claim" (
    "workspace" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "assessment_id" TEXT NOT NULL,
    "recommendation_id" TEXT,

    PRIMARY KEY ("workspace", "token"),
    CONSTRAINT "creation_claim_workspace_assessment_id_fkey" FOREIGN KEY ("workspace", "assessment_id") REFERENCES "assessment" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT "creation_claim_workspace_recommendation_id_fkey" FOREIGN KEY ("workspace", "recommendation_id") REFERENCES "recommendation" ("workspace", "id") ON DELETE CASCADE ON UPDATE NO ACTION
);

-- CreateIndex
CREATE INDEX "assessment_workspace_created_at_id_idx" ON "assessment"("workspace", "created_at", "id");

-- CreateIndex
CREATE INDEX "assessment_workspace_subject_ref_created_at_id_idx" ON "assessment"("workspace", "subject_ref", "created_at", "id");

-- CreateIndex
CREATE INDEX "assessment_workspace_latest_recommended_created_at_id_idx" ON "assessment"("workspace", "latest_recommended", "created_at", "id");

-- CreateIndex
CREATE INDEX "assessment_tag_workspace_assessment_id_idx" ON "assessment_tag"("workspace", "assessment_id");

-- CreateIndex
CREATE INDEX "recommendation_workspace_created_at_id_idx" ON "recommendation"("workspace", "created_at", "id");

-- CreateIndex
CREATE INDEX "recommendation_workspace_assessment_id_created_at_id_idx" ON "recommendation"("workspace", "assessment_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "recommendation_workspace_subject_ref_created_at_id_idx" ON "recommendation"("workspace", "subject_ref", "created_at", "id");

-- CreateIndex
CREATE INDEX "recommendation_workspace_content_hash_idx" ON "recommendation"("workspace", "content_hash");

-- CreateIndex
CREATE INDEX "archived_model_content_hash_idx" ON "archived_model"("content_hash");

-- CreateIndex
CREATE INDEX "creation_claim_workspace_assessment_id_idx" ON "creation_claim"("workspace", "assessment_id");

-- CreateIndex
CREATE INDEX "creation_claim_workspace_recommendation_id_idx" ON "creation_claim"("workspace", "recommendation_id");


-- A recommendation is never changed, and goes only with its assessment: when a deletion cascades, the assessment is
-- gone by the time its recommendations go. REPLACE removes rows without firing their triggers, hence the third one.
CREATE TRIGGER "recommendation_is_not_changed" BEFORE UPDATE ON "recommendation"
BEGIN
    SELECT RAISE(ABORT, 'a recommendation cannot be changed');
END;

CREATE TRIGGER "recommendation_goes_with_its_assessment" BEFORE DELETE ON "recommendation"
WHEN EXISTS (SELECT 1 FROM "assessment" WHERE "workspace" = OLD."workspace" AND "id" = OLD."assessment_id")
BEGIN
    SELECT RAISE(ABORT, 'a recommendation goes only with its assessment');
END;

CREATE TRIGGER "recommendation_is_not_replaced" BEFORE INSERT ON "recommendation"
WHEN EXISTS (SELECT 1 FROM "recommendation" WHERE "workspace" = NEW."workspace" AND "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'a recommendation cannot be changed');
END;
