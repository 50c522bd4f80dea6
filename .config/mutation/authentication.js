import { mutationOf } from './part.js';

/** Who is let in, and who is not. The access matrix would find more, at a second for each mutant to start a service. */
export default mutationOf({
  sources: ['src/services/identity/**/*.ts', 'src/http/authentication.ts', 'src/http/input/bearer.ts', 'src/oidc/**/*.ts'],
  tests: ['test/services/identity', 'test/oidc', 'test/http/authentication.test.ts', 'test/http/input/bearer.test.ts'],
  atLeast: 85,
});
