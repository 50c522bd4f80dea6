/** A header that replies may carry, beside those that all of them do. */
export interface ResponseHeader {
  readonly description: string;
  readonly example: string;
  /** Whether a reply that declares it always carries it. */
  readonly always: boolean;
}

/** Every header that operations declare, by its name. */
export const RESPONSE_HEADERS = {
  ETag: { description: 'Names this state (RFC 9110 §8.8.3).', example: '"1"', always: true },
  Location: {
    description: 'Where what was created is to be found.',
    example: '/v1/assessments/01936d5e-8a00-7000-8000-000000000001',
    always: true,
  },
  'Content-Language': { description: 'The language of the texts.', example: 'en', always: true },
  'Content-Security-Policy': {
    description: 'What a browser that shows the reply may do: nothing, save for applying its one style sheet where it has one.',
    example: "default-src 'none'; style-src 'sha256-…'",
    always: false,
  },
  'Cross-Origin-Resource-Policy': {
    description:
      'Whose pages may show the reply without reading it (Fetch standard): `cross-origin` for the chart where the form may be ' +
      'embedded, else `same-origin`.',
    example: 'same-origin',
    always: false,
  },
  'Content-Disposition': {
    description: 'A name for a file to keep the reply in (RFC 6266); absent where the reply is JSON.',
    example: 'inline; filename="decision-record.md"',
    always: false,
  },
  'Idempotent-Replayed': {
    description: '`true` when the request was carried out before and this is its result.',
    example: 'true',
    always: false,
  },
  Link: {
    description: 'The next page (RFC 8288); absent on the last one.',
    example: '</v1/assessments?cursor=…>; rel="next"',
    always: false,
  },
} as const satisfies Record<string, ResponseHeader>;

/** The name of a header that replies may declare. */
export type HeaderName = keyof typeof RESPONSE_HEADERS;

/** Headers that a reply declaring them must carry. */
export type AlwaysSent = {
  [Name in HeaderName]: (typeof RESPONSE_HEADERS)[Name]['always'] extends true ? Name : never;
}[HeaderName];
