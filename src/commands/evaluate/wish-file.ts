import type { z } from 'zod';
import { invalidPlaces, PARSING } from '../../contract/invalid-places.ts';
import { EvaluationRequest } from '../../contract/schemas/evaluation-request.ts';
import { readModelText } from '../../models/text/model-text.ts';
import type { PlacedFinding } from '../../models/text/place.ts';
import type { InvalidPlace } from '../../services/refusal.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { findingLine, located } from '../file-finding.ts';
import type { NamedText } from '../file-text.ts';

/** What a file of answers says, and how to tell what is wrong with it. */
export interface WishFile {
  /** The model that it names, if it does. */
  readonly model?: string;
  readonly wish: z.output<typeof EvaluationRequest>;
  /** Ends the command with findings about the request, each told where its file has it. */
  refuse(errors: readonly InvalidPlace[]): never;
}

/** A file that says something of the request. */
interface Part {
  readonly source: NamedText;
  /** Pointer to what the request has from it. */
  readonly covers: string;
  /** Pointer to what its beginning stands for in the request. */
  readonly root: string;
}

type Entries = Readonly<Record<string, unknown>>;

/**
 * Understands a file of answers: a map of them by question, or what the API takes (`answers`, and if need be `weights`,
 * `version`, `locked`) with the name of a `model` beside it. Weights may come in a file of their own, and replace those.
 *
 * @throws CommandFailure with every finding about the shape.
 */
export function wishFile(source: NamedText, weightsSource?: NamedText): WishFile {
  const content = entriesIn(source);
  const isRequest = isEntries(content['answers']) && !isForm(content['answers']);
  const { model, ...request } = isRequest ? content : { answers: content };
  const weights = weightsSource && weightsIn(weightsSource);
  const parts = [
    { source, covers: '', root: isRequest ? '' : '/answers' },
    ...(weightsSource && weights ? [{ source: weightsSource, covers: '/weights', root: weights.root }] : []),
  ];
  const refuse = (errors: readonly InvalidPlace[]) => refuseAt(parts, errors);
  const parsed = EvaluationRequest.safeParse({ ...request, ...(weights && { weights: weights.entries }) }, PARSING);
  const unnamed = model === undefined || typeof model === 'string' ? [] : [NO_NAME];
  const errors = [...(parsed.error ? invalidPlaces(parsed.error, '') : []), ...unnamed];
  if (!parsed.success || errors.length > 0) return refuse(errors);
  return { wish: parsed.data, refuse, ...(typeof model === 'string' && { model }) };
}

const NO_NAME: InvalidPlace = { pointer: '/model', code: 'invalid-type', message: 'Name a model by its id, or by its file.' };

/** Weights by criterion, or under the key `weights`. */
function weightsIn(source: NamedText): { readonly entries: Entries; readonly root: string } {
  const content = entriesIn(source);
  return isEntries(content['weights']) ? { entries: content['weights'], root: '' } : { entries: content, root: '/weights' };
}

function entriesIn(source: NamedText): Entries {
  const reading = readModelText(source.text, source.format);
  if ('findings' in reading) return refuseFile(source, reading.findings);
  if (isEntries(reading.data)) return reading.data;
  return refuseFile(source, [
    { severity: 'error', path: '', code: 'invalid-type', message: 'Write a map: an id, a colon, a value.' },
  ]);
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A question may be called `answers`, and its answer be one of the forms that are maps. */
function isForm(value: Entries): boolean {
  return ['anyOf', 'notApplicable'].some((key) => Object.hasOwn(value, key)) && Object.keys(value).length === 1;
}

function refuseAt(parts: readonly Part[], errors: readonly InvalidPlace[]): never {
  const partOf = ({ pointer }: InvalidPlace) => parts.findLast(({ covers }) => `${pointer}/`.startsWith(`${covers}/`));
  const lines = parts.flatMap((part) => {
    const own = errors.filter((error) => partOf(error) === part);
    const findings = own.map(({ pointer, code, message }) => {
      return { severity: 'error', path: pointer.slice(part.root.length), code, message } as const;
    });
    return located(part.source, findings).map(findingLine);
  });
  throw new CommandFailure(EXIT.data, lines.join('\n'));
}

function refuseFile(source: NamedText, findings: readonly PlacedFinding[]): never {
  throw new CommandFailure(EXIT.data, located(source, findings).map(findingLine).join('\n'));
}
