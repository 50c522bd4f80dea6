import { randomUUID } from 'node:crypto';
import type { ArchivedModel, Assessment, CreationClaim, Scope, StoredRecommendation } from '../../src/services/store.ts';
import type { Webhook } from '../../src/services/webhooks/webhook.ts';

export const scope: Scope = { workspace: 'default', actor: { kind: 'key', id: 'k1' } };

export const noon = new Date('2026-11-22T12:00:00.000Z');

/** The moment so many milliseconds after noon. */
export function afterNoon(milliseconds: number): Date {
  return new Date(noon.getTime() + milliseconds);
}

export function assessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    id: randomUUID(),
    subject: { ref: 'component:default/checkout', name: 'Checkout', tags: [] },
    model: 'delivery-approach',
    version: '1.0.0',
    answers: {},
    weights: {},
    revision: 1,
    createdAt: noon,
    updatedAt: noon,
    ...changes,
  };
}

export const model: ArchivedModel = {
  contentHash: 'sha256:1234',
  id: 'delivery-approach',
  version: '1.0.0',
  document: '{"id":"delivery-approach"}',
};

export function recommendation(assessmentId: string, changes: Partial<StoredRecommendation> = {}): StoredRecommendation {
  return {
    id: randomUUID(),
    assessmentId,
    subjectRef: 'component:default/checkout',
    model: model.id,
    version: model.version,
    contentHash: model.contentHash,
    engine: '1.0.0',
    recommended: 'gitops',
    verdict: 'leaning',
    createdAt: noon,
    document: '{"b": 1, "a":  2.50}',
    ...changes,
  };
}

export function claim(...tokens: readonly string[]): CreationClaim {
  return { tokens, fingerprint: 'sha256:this' };
}

export function webhook(changes: Partial<Webhook> = {}): Webhook {
  return {
    id: randomUUID(),
    url: 'https://receiver.example.org/',
    events: ['assessment.updated', 'recommendation.recorded'],
    enabled: true,
    secrets: [{ sealed: 'plain:new' }, { sealed: 'plain:old', endsAt: afterNoon(1000) }],
    revision: 1,
    createdAt: noon,
    updatedAt: noon,
    ...changes,
  };
}
