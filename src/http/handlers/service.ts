import { parse } from 'yaml';
import type { Handlers } from '../../contract/exchange.ts';
import { sha256 } from '../../services/canonical-json.ts';
import type { Services } from '../services.ts';

type ServiceHandlers = Pick<Handlers, 'getHealth' | 'getReadiness' | 'getOpenapiYaml' | 'getOpenapiJson' | 'getOlderOpenapiJson'>;

/** The committed texts of the specification. */
export interface Specification {
  /** OpenAPI 3.1, as YAML. */
  readonly yaml: string;
  /** OpenAPI 3.0.3, as JSON. */
  readonly olderJson: string;
}

/** The service itself. The texts of its specification are served as they are committed. */
export function serviceHandlers({ readiness }: Services, specification: Specification): ServiceHandlers {
  const yaml = tagged(specification.yaml);
  const olderJson = tagged(specification.olderJson);
  // Reading the YAML takes a moment, which the start is spared.
  const json = once(() => tagged(JSON.stringify(parse(specification.yaml))));
  return {
    getHealth: () => ({ status: 200, body: { status: 'ok' } }),
    async getReadiness() {
      await readiness.check();
      return { status: 200, body: { status: 'ready' } };
    },
    getOpenapiYaml: () => yaml,
    getOpenapiJson: json,
    getOlderOpenapiJson: () => olderJson,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function tagged(text: string) {
  return { status: 200, text, headers: { ETag: `"${sha256(text)}"` } } as const;
}
