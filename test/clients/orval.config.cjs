// orval's own client takes every reply for JSON and knows no base address; the function named here does both.
module.exports = {
  advisor: {
    input: { target: '../../openapi.yaml' },
    output: {
      client: 'fetch',
      mode: 'split',
      target: 'generated/orval/client.ts',
      override: { mutator: { path: 'journeys/orval-fetch.ts', name: 'orvalFetch' } },
    },
  },
};
