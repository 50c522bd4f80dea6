// What tests import from @jest/globals, which exists inside Jest only: the parts that Jest itself is made of.

import { jestExpect } from '@jest/expect';
import circus from 'jest-circus';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, it } = circus;
export const expect = jestExpect;
