import { describe, expect, it } from '@jest/globals';
import { readShape } from '../../src/models/shape/shape-findings.ts';
import { sampleDocument } from './sample-document.ts';

const remove = Symbol('remove');

/** The sample with one place changed; `-` appends to a list. */
function changed(path: string, value: unknown): Record<string, unknown> {
  const document = sampleDocument();
  const tokens = path.split('/').slice(1);
  const last = tokens.pop() ?? '';
  const parent = tokens.reduce<Record<string, unknown>>((place, token) => place[token] as Record<string, unknown>, document);
  if (value === remove) delete parent[last];
  else if (Array.isArray(parent) && last === '-') parent.push(value);
  else parent[last] = value;
  return document;
}

function complaints(data: unknown): readonly string[] {
  const reading = readShape(data);
  return 'findings' in reading ? reading.findings.map(({ path, code }) => `${path} ${code}`) : [];
}

function nested(depth: number): unknown {
  let condition: unknown = { question: 'rain', is: true };
  for (let level = 1; level < depth; level += 1) condition = level % 2 === 0 ? { not: condition } : { any: [condition] };
  return condition;
}

describe('the shape of a model document', () => {
  it('lets a right one through, keeping every part of it', () => {
    expect(readShape(sampleDocument())).toEqual({ document: sampleDocument() });
  });

  it.each<[place: string, value: unknown, complaints: readonly string[]]>([
    ['/id', 'Commute', ['/id wrong-id']],
    ['/id', 'two--hyphens', ['/id wrong-id']],
    ['/id', 'constructor', ['/id wrong-id']],
    ['/id', '', ['/id wrong-id']],
    ['/id', `a${'-a'.repeat(40)}`, ['/id too-long']],
    ['/id', remove, ['/id missing']],
    ['/id', 7, ['/id wrong-type']],
    ['/version', 1, ['/version wrong-type']],
    ['/version', '1.0', ['/version wrong-version']],
    ['/version', 'v1.0.0', ['/version wrong-version']],
    ['/version', '1.0.0 ', ['/version wrong-version']],
    ['/title', '', ['/title empty']],
    ['/title', null, ['/title wrong-type']],
    ['/tieMargin', -1, ['/tieMargin out-of-range']],
    ['/clearAcceptability', 1.1, ['/clearAcceptability out-of-range']],
    ['/alternatives', [], ['/alternatives empty']],
    ['/alternatives', { bicycle: {} }, ['/alternatives wrong-type']],
    ['/alternatives/0/name', 'Bike', ['/alternatives/0/name unknown-key']],
    ['/alternatives/1/needsVariant', 'yes', ['/alternatives/1/needsVariant wrong-type']],
    ['/criteria/0/weight', -0.1, ['/criteria/0/weight out-of-range']],
    ['/criteria/0/weight', '2', ['/criteria/0/weight wrong-type']],
    ['/criteria/0/scale', 0, ['/criteria/0/scale out-of-range']],
    ['/criteria/0/scale', -6, ['/criteria/0/scale out-of-range']],
    ['/criteria/0/scale', Number.MIN_VALUE, ['/criteria/0/scale out-of-range']],
    ['/criteria/0/scale', remove, ['/criteria/0/scale missing']],
    ['/questions/0/type', 'text', ['/questions/0/type unknown-value']],
    ['/questions/0/type', remove, ['/questions/0/type unknown-value']],
    ['/questions/0/choices', [], ['/questions/0/choices unknown-key']],
    ['/questions/0/min', 0.5, ['/questions/0/min not-whole']],
    ['/questions/0/max', remove, ['/questions/0/max missing']],
    ['/questions/1/choices', [], ['/questions/1/choices empty']],
    ['/questions/1/choices/0/id', 'A station', ['/questions/1/choices/0/id wrong-id']],
    ['/questions/3', 'rain', ['/questions/3 wrong-type']],
    ['/facts/is far', { fact: 'far' }, ['/facts/is far wrong-id']],
    ['/rules/0/points', [1, 2], ['/rules/0/points wrong-type']],
    ['/rules/0/points/bicycle', 3.01, ['/rules/0/points/bicycle out-of-range']],
    ['/rules/0/points/bicycle', -4, ['/rules/0/points/bicycle out-of-range']],
    ['/rules/0/points/bicycle', 'much', ['/rules/0/points/bicycle wrong-type']],
    ['/rules/0/grade', 'E', ['/rules/0/grade unknown-value']],
    ['/rules/0/sources', 'study', ['/rules/0/sources wrong-type']],
    ['/gates/0/effect', 'infeasible', ['/gates/0/effect unknown-value']],
    ['/prerequisites/0/for', [], ['/prerequisites/0/for empty']],
    ['/sources/study/url', 'javascript:alert(1)', ['/sources/study/url wrong-address']],
    ['/sources/study/url', '/study', ['/sources/study/url wrong-address']],
    ['/examples/0/expect', remove, ['/examples/0/expect missing']],
    ['/examples/0/expect/verdict', 'sure', ['/examples/0/expect/verdict unknown-value']],
    ['/a~1b', 1, ['/a~01b unknown-key']],
    ['/rules/0/when', {}, ['/rules/0/when/question missing']],
    ['/rules/0/when', 'far', ['/rules/0/when wrong-type']],
    ['/rules/0/when', [], ['/rules/0/when wrong-type']],
    ['/rules/0/when', { question: 'rain' }, ['/rules/0/when no-test']],
    ['/rules/0/when', { question: 'rain', equals: true }, ['/rules/0/when no-test', '/rules/0/when/equals unknown-key']],
    ['/rules/0/when', { question: 'rain', is: 1 }, ['/rules/0/when/is wrong-type']],
    ['/rules/0/when', { question: 'stops', hasAny: [] }, ['/rules/0/when/hasAny empty']],
    ['/rules/0/when', { question: 'stops', countAtLeast: -1 }, ['/rules/0/when/countAtLeast out-of-range']],
    ['/rules/0/when', { question: 'distance', atLeast: 1.5 }, ['/rules/0/when/atLeast not-whole']],
    ['/rules/0/when', { all: [] }, ['/rules/0/when/all empty']],
    ['/rules/0/when', { any: [] }, ['/rules/0/when/any empty']],
    ['/rules/0/when', { all: { fact: 'far' } }, ['/rules/0/when/all wrong-type']],
    ['/rules/0/when', { fact: 'far', not: { fact: 'far' } }, ['/rules/0/when/fact unknown-key']],
    [
      '/rules/0/when',
      { fact: 'far', question: 'rain', is: true },
      ['/rules/0/when/is unknown-key', '/rules/0/when/question unknown-key'],
    ],
    ['/rules/0/when', { all: [{ not: { any: [{ question: 'rain' }] } }] }, ['/rules/0/when/all/0/not/any/0 no-test']],
    ['/rules/0/when', nested(17), ['/rules/0/when too-deep']],
    ['/questions/2/enabledWhen', nested(30), ['/questions/2/enabledWhen too-deep']],
  ])('finds at %s with %j: %j', (place, value, expected) => {
    expect(complaints(changed(place, value)).toSorted()).toEqual(expected);
  });

  it.each([null, undefined, 1, 'text', true, [], [{}]])('refuses %j as a document', (data) => {
    const code = data === undefined ? 'missing' : 'wrong-type';
    expect(complaints(data)).toEqual([` ${code}`]);
  });

  it('lets conditions through that are sixteen deep', () => {
    expect(complaints(changed('/rules/0/when', nested(16)))).toEqual([]);
  });

  it('finds everything at once', () => {
    const document = { ...sampleDocument(), version: 'one', title: 1, colour: 'red', rules: [{ points: { bicycle: 9 } }] };
    expect(complaints(document).toSorted()).toEqual([
      '/colour unknown-key',
      '/rules/0/because missing',
      '/rules/0/criterion missing',
      '/rules/0/id missing',
      '/rules/0/points/bicycle out-of-range',
      '/rules/0/when missing',
      '/title wrong-type',
      '/version wrong-version',
    ]);
  });

  it('says what to do in every message', () => {
    const reading = readShape(changed('/rules/0/when', { question: 'rain', is: true, was: true }));
    expect(reading).toEqual({
      findings: [
        {
          severity: 'error',
          path: '/rules/0/when/was',
          code: 'unknown-key',
          message:
            '"was" is not known here. A condition has the key all, any, not or fact, or else question with tests out of ' +
            'is, in, has, hasAny, hasAll, only, countAtLeast, countAtMost, atLeast, atMost.',
        },
      ],
    });
  });
});
