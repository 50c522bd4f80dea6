import type { Prisma, PrismaClient } from '../generated/sqlite/client.ts';

/**
 * Prisma's client for either database. Both are generated from one schema and do the same; the type is SQLite's, which
 * offers a little less, so that nothing is written that only PostgreSQL can do.
 */
export type Client = PrismaClient;

/** The same within a transaction. */
export type TransactionClient = Prisma.TransactionClient;

/** Conditions on assessments. */
export type AssessmentWhere = Prisma.AssessmentWhereInput;

/** Conditions on audit entries. */
export type AuditWhere = Prisma.AuditEntryWhereInput;

/** Conditions on recommendations. */
export type RecommendationWhere = Prisma.RecommendationWhereInput;
