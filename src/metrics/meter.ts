/** A request that has been answered, or whose caller did not wait for the answer. */
export interface MeteredRequest {
  /** The operation of the contract; absent where the address has none. */
  readonly operation?: string;
  /** Absent when the answer was cut off. */
  readonly status?: number;
  readonly seconds: number;
}

/** Counts and times what happens. Every name it is given must be one of few: of operations, models, outcomes, policies. */
export interface Meter {
  /** A request has begun; {@link Meter.answered} is to follow. */
  begun(): void;
  answered(request: MeteredRequest): void;
  /** Somebody asked for an evaluation; `outcome` is the alternative that was recommended, or `none`. */
  evaluated(model: string, outcome: string): void;
  /** A creation was recognised as one that had been carried out before. */
  replayed(): void;
  /** Somebody tried to deliver what a webhook is to be told of; `outcome` is what became of that. */
  attempted(outcome: string): void;
  /** A request was refused under this policy. */
  limited(policy: string): void;
}

/** What is measured, as a collector reads it. */
export interface Exposition {
  readonly contentType: string;
  read(): Promise<string>;
}

const nothing = () => {};

/** For a service that nobody measures. */
export const UNMETERED: Meter = {
  begun: nothing,
  answered: nothing,
  evaluated: nothing,
  replayed: nothing,
  attempted: nothing,
  limited: nothing,
};
