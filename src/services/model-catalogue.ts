import type { CompiledModel } from '../decision/compile/compiled-model.ts';

/** A decision model in use, compiled once, with the identity of its content. */
export interface CataloguedModel {
  readonly compiled: CompiledModel;
  /** `sha256:` and the hexadecimal SHA-256 of `canonical`. */
  readonly contentHash: string;
  /** Canonical JSON (RFC 8785) of the model document. */
  readonly canonical: string;
}

/** One model with all its versions, oldest first by semantic version; `latest` is the highest of them. */
export interface ModelSummary {
  readonly id: string;
  readonly title: string;
  readonly latest: string;
  readonly versions: readonly string[];
}

/** The decision models this process serves, read and checked at start and frozen since. */
export interface ModelCatalogue {
  list(): readonly ModelSummary[];
  /** One version of a model, the latest when `version` is left out. */
  find(id: string, version?: string): CataloguedModel | undefined;
}
