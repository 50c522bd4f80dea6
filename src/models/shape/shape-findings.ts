import type { z } from 'zod';
import type { DecisionModel } from '../../decision/model/document.ts';
import { type Finding, pointer } from '../../decision/model/finding.ts';
import { documentShape } from './document-shape.ts';

type Issue = z.core.$ZodIssue;

/** What a finding says, and where below the issue's own path it stands. */
interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly key?: string;
}

/** Reads plain data as a model of the right shape, or tells everything that is wrong with it. */
export function readShape(data: unknown): { readonly document: DecisionModel } | { readonly findings: readonly Finding[] } {
  const parsed = documentShape.safeParse(data, { reportInput: true });
  return parsed.success ? { document: parsed.data } : { findings: parsed.error.issues.flatMap(findingsOf) };
}

function findingsOf(issue: Issue): readonly Finding[] {
  const path = issue.path.map(String);
  return complaintsAbout(issue).map(({ code, message, key }) => ({
    severity: 'error',
    path: pointer(...path, ...(key === undefined ? [] : [key])),
    code,
    message,
  }));
}

function complaintsAbout(issue: Issue): readonly Complaint[] {
  switch (issue.code) {
    case 'invalid_type':
      return [typeComplaint(issue.expected, issue.input)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        message: `${quoted(key)} is not known here. ${issue.message}`,
        key,
      }));
    case 'too_small':
      return [tooSmall(issue)];
    case 'too_big':
      return [tooBig(issue)];
    case 'invalid_value':
      return [oneOf(issue.values.map(String))];
    case 'invalid_union':
      return [unionComplaint(issue)];
    case 'invalid_key':
      return issue.issues.flatMap(complaintsAbout);
    case 'invalid_format':
      return [{ code: 'wrong-address', message: issue.message }];
    case 'custom':
      return [{ code: String(issue.params?.['code'] ?? 'wrong-value'), message: issue.message }];
    default:
      return [{ code: 'wrong-value', message: issue.message }];
  }
}

function typeComplaint(expected: string, input: unknown): Complaint {
  if (input === undefined) return { code: 'missing', message: `This is missing. Add ${KINDS[expected] ?? expected}.` };
  if (expected === 'int' && typeof input === 'number') return { code: 'not-whole', message: 'Give a whole number.' };
  const remedy =
    input === null
      ? 'Fill it in, or take the key out.'
      : expected === 'string' && typeof input !== 'object'
        ? 'Put it in quotes.'
        : `Give ${KINDS[expected] ?? expected}.`;
  return { code: 'wrong-type', message: `This is ${kindOf(input)}, not ${KINDS[expected] ?? expected}. ${remedy}` };
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Complaint {
  if (origin === 'string') return { code: 'empty', message: 'This text is empty. Fill it in, or take the key out.' };
  if (origin === 'array') return { code: 'empty', message: 'This list is empty. Give it at least one entry.' };
  return { code: 'out-of-range', message: `Give a number ${inclusive ? `of ${minimum} or more` : `above ${minimum}`}.` };
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Complaint {
  if (origin === 'string') return { code: 'too-long', message: `Use at most ${maximum} characters.` };
  if (origin === 'array') return { code: 'too-long', message: `Use at most ${maximum} entries.` };
  return { code: 'out-of-range', message: `Give a number of ${maximum} or less.` };
}

function unionComplaint(issue: z.core.$ZodIssueInvalidUnion): Complaint {
  return { code: 'discriminator' in issue ? 'unknown-value' : 'wrong-type', message: issue.message };
}

function oneOf(values: readonly string[]): Complaint {
  return { code: 'unknown-value', message: `Use ${values.length === 1 ? '' : 'one of '}${values.join(', ')}.` };
}

/** What people call the types that schemas name. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function kindOf(input: unknown): string {
  if (input === null) return 'empty';
  return (Array.isArray(input) ? KINDS['array'] : KINDS[typeof input]) ?? typeof input;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 64 ? `${text.slice(0, 64)}…` : text);
}
