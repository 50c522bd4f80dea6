-- AlterTable
ALTER TABLE "assessment" ADD COLUMN "carried_over" TEXT;

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN "origin" TEXT;
