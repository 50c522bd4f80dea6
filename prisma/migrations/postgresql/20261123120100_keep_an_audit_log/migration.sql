-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "resource_kind" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "assessment_id" TEXT,
    "revision" INTEGER,
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace","id")
);

-- CreateTable
CREATE TABLE "audit_horizon" (
    "workspace" TEXT NOT NULL,
    "horizon" TIMESTAMP(3) NOT NULL,
    "noted_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "audit_horizon_pkey" PRIMARY KEY ("workspace","horizon")
);

-- CreateIndex
CREATE INDEX "audit_entry_workspace_created_at_id_idx" ON "audit_entry"("workspace", "created_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_resource_id_created_at_id_idx" ON "audit_entry"("workspace", "resource_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_assessment_id_created_at_id_idx" ON "audit_entry"("workspace", "assessment_id", "created_at", "id");

-- An audit entry is never changed, and goes only when it is older than a horizon of its workspace, which a purge notes
-- before it removes anything. Horizons stay. TRUNCATE fires no row triggers, so it is refused.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an audit entry cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE FUNCTION "refuse_audit_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM "audit_horizon" WHERE "workspace" = OLD."workspace" AND "horizon" > OLD."created_at") THEN
        RAISE EXCEPTION 'an audit entry goes only in a purge' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END
$$;

CREATE FUNCTION "refuse_horizon_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an audit horizon cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "audit_entry_is_not_changed" BEFORE UPDATE ON "audit_entry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();

CREATE TRIGGER "audit_entry_goes_beyond_the_horizon" BEFORE DELETE ON "audit_entry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_audit_removal"();

CREATE TRIGGER "audit_entries_are_not_emptied" BEFORE TRUNCATE ON "audit_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

CREATE TRIGGER "audit_horizon_is_not_changed" BEFORE UPDATE OR DELETE ON "audit_horizon"
    FOR EACH ROW EXECUTE FUNCTION "refuse_horizon_change"();

CREATE TRIGGER "audit_horizons_are_not_emptied" BEFORE TRUNCATE ON "audit_horizon"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_horizon_change"();
