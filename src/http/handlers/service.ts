import { parse } from 'yaml';
import type { Handlers } from '../../contract/exchange.ts';
import { sha256 } from '../../services/canonical-json.ts';
import type { Services } from '../services.ts';

type ServiceHandlers = Pick<Handlers, 'getHealth' | 'getReadiness' | 'getOpenapiYaml' | 'getOpenapiJson'>;

/** @param specification the text of `openapi.yaml`, served as it is. */
export function serviceHandlers({ readiness }: Services, specification: string): ServiceHandlers {
  const yaml = tagged(specification);
  const json = tagged(JSON.stringify(parse(specification)));
  return {
    getHealth: () => ({ status: 200, body: { status: 'ok' } }),
    async getReadiness() {
      await readiness.check();
      return { status: 200, body: { status: 'ready' } };
    },
    getOpenapiYaml: () => yaml,
    getOpenapiJson: () => json,
  };
}

function tagged(text: string) {
  return { status: 200, text, headers: { ETag: `"${sha256(text)}"` } } as const;
}
