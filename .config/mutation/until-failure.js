import NodeEnvironment from '@stryker-mutator/jest-runner/jest-env/node';

/** Skips what is left once a test has failed: a mutant that was found out need not be found out again. */
export default class UntilFailure extends NodeEnvironment {
  #hasFailed = false;

  /** @param {{ readonly name: string, readonly test?: { mode?: string } }} event of jest-circus */
  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#hasFailed = true;
    if (name === 'test_start' && test !== undefined && this.#hasFailed) test.mode = 'skip';
  }
}
