/** What somebody may still do in the running minute. */
export interface Allowance {
  /** How often a minute. */
  readonly limit: number;
  /** How often still, after this time. */
  readonly remaining: number;
  /** Seconds until the next minute begins, at least 1. */
  readonly reset: number;
  /** Whether this time was one too many. */
  readonly isExceeded: boolean;
}

/** Counts how often somebody does something, and allows it so many times a minute. */
export interface Quota {
  /** Counts one time. Never rejects: where counts are shared and cannot be reached, each process counts for itself. */
  take(who: string): Promise<Allowance>;
}

/** What is counted. */
export interface Quotas {
  /** Requests of one caller; absent when there is no limit. */
  readonly requests?: Quota;
  /** Requests from one address whose sender could not be told. */
  readonly failures: Quota;
}

/** How often a minute; see {@link Quotas}. */
export interface QuotaLimits {
  readonly requests?: number;
  readonly failures: number;
}
