import { ANYONE, type Caller, PERMISSIONS } from './caller.ts';
import { DEFAULT_WORKSPACE } from './workspace.ts';

/** What a request shows of its sender. */
export interface Presented {
  /** The credential of a bearer (RFC 6750); absent when there is none. */
  readonly credential?: string;
  /** The origin of the page that sends it (RFC 6454), e.g. `https://portal.example.org`; absent when none is known. */
  readonly origin?: string;
  readonly requestId: string;
}

/** Tells who sends a request. */
export interface Authenticator {
  /** Refuses with `unauthenticated`, or with `origin-refused` where a credential belongs to other pages. */
  authenticate(presented: Presented): Promise<Caller>;
}

const EVERYTHING: Caller['permissions'] = new Set(PERMISSIONS);

/** Lets everybody do everything: for a service that only this machine can reach. */
export const OPEN: Authenticator = {
  async authenticate({ requestId }) {
    return { scope: { workspace: DEFAULT_WORKSPACE, actor: ANYONE, requestId }, permissions: EVERYTHING };
  },
};
