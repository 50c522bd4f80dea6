-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "resource_kind" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "assessment_id" TEXT,
    "revision" INTEGER,
    "request_id" TEXT,

    PRIMARY KEY ("workspace", "id")
);

-- CreateTable
CREATE TABLE "audit_horizon" (
    "workspace" TEXT NOT NULL,
    "horizon" DATETIME NOT NULL,
    "noted_at" DATETIME NOT NULL,

    PRIMARY KEY ("workspace", "horizon")
);

-- CreateIndex
CREATE INDEX "audit_entry_workspace_created_at_id_idx" ON "audit_entry"("workspace", "created_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_resource_id_created_at_id_idx" ON "audit_entry"("workspace", "resource_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_assessment_id_created_at_id_idx" ON "audit_entry"("workspace", "assessment_id", "created_at", "id");

-- An audit entry is never changed, and goes only when it is older than a horizon of its workspace, which a purge notes
-- before it removes anything. Horizons stay. REPLACE removes rows without firing their triggers, hence those on INSERT.
CREATE TRIGGER "audit_entry_is_not_changed" BEFORE UPDATE ON "audit_entry"
BEGIN
    SELECT RAISE(ABORT, 'an audit entry cannot be changed');
END;

CREATE TRIGGER "audit_entry_goes_beyond_the_horizon" BEFORE DELETE ON "audit_entry"
WHEN NOT EXISTS (SELECT 1 FROM "audit_horizon" WHERE "workspace" = OLD."workspace" AND "horizon" > OLD."created_at")
BEGIN
    SELECT RAISE(ABORT, 'an audit entry goes only in a purge');
END;

CREATE TRIGGER "audit_entry_is_not_replaced" BEFORE INSERT ON "audit_entry"
WHEN EXISTS (SELECT 1 FROM "audit_entry" WHERE "workspace" = NEW."workspace" AND "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'an audit entry cannot be changed');
END;

CREATE TRIGGER "audit_horizon_is_not_changed" BEFORE UPDATE ON "audit_horizon"
BEGIN
    SELECT RAISE(ABORT, 'an audit horizon cannot be changed');
END;

CREATE TRIGGER "audit_horizon_stays" BEFORE DELETE ON "audit_horizon"
BEGIN
    SELECT RAISE(ABORT, 'an audit horizon cannot be changed');
END;

CREATE TRIGGER "audit_horizon_is_not_replaced" BEFORE INSERT ON "audit_horizon"
WHEN EXISTS (SELECT 1 FROM "audit_horizon" WHERE "workspace" = NEW."workspace" AND "horizon" = NEW."horizon")
BEGIN
    SELECT RAISE(ABORT, 'an audit horizon cannot be changed');
END;
