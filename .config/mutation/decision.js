import { mutationOf } from './part.js';

/** The core: what a recommendation is. */
export default mutationOf({ sources: ['src/decision/**/*.ts'], tests: ['test/decision'], atLeast: 85 });
