import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROJECT, sourceFiles } from '../source-tree.ts';

const guide = textOf('docs/embedding.md');
const element = textOf('src/embed/delivery-advisor.ts');

function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

/** What a pattern's one group matches in a text, sorted, each once. */
function all(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].toSorted();
}

/** What the element lists under a name. */
function listed(name: string): readonly string[] {
  const [, names = ''] = new RegExp(`^ {2}${name}: \\[([^\\]]*)\\]`, 'm').exec(element) ?? [];
  return all(names, /'(\w+)'/g);
}

/** The names in the first column of the table below a heading. */
function named(heading: string): readonly string[] {
  const [, section = ''] = guide.split(`### ${heading}\n`);
  return all(section.split('\n#')[0] ?? '', /^\| `([\w-]+)/gm);
}

describe('the guide to embedding', () => {
  it('names every attribute and property of the element', () => {
    expect(named('Attributes')).toEqual([...listed('texts'), ...listed('flags'), 'lang'].toSorted());
    expect(named('Properties')).toEqual(listed('values').toSorted());
  });

  it('names every event', () => {
    expect(named('Events')).toEqual(all(textOf('src/embed/events.ts'), /^ {2}readonly (\w+):/gm));
  });

  it('names every method', () => {
    const methods = all(element, /^ {2}(?:async )?(\w+)\([^)]*\): (?:Promise<void>|void) \{$/gm);
    const forTheBrowser = /Callback$|^propertyChanged$/;
    expect(named('Methods')).toEqual(methods.filter((name) => !forTheBrowser.test(name)));
  });

  it('names every custom property', () => {
    const [, table = ''] = guide.split('### Looks\n');
    const styles = all(
      textOf('src/embed/style/tokens.css') + textOf('src/embed/style/layout.css'),
      /(--delivery-advisor-[\w-]+)/g,
    );
    const hues = styles.filter((name) => /-hue-\d$/.test(name));
    expect(hues).toHaveLength(5);
    expect(all(table, /^\| `(--delivery-advisor-\w+(?:-0)?)/gm)).toEqual(
      styles.filter((name) => !hues.includes(name) || name === hues[0]),
    );
  });

  it('names every part', () => {
    const parts = sourceFiles('src/embed/view').flatMap(({ text }) =>
      all(text, /part="([\w ]+)"/g)
        .join(' ')
        .split(' '),
    );
    const [, named = ''] = /has a `part`:\n([\s\S]*?)e\.g\./.exec(guide) ?? [];
    expect(all(named, /`(\w+)`/g)).toEqual([...new Set(parts)].filter((part) => part !== '').toSorted());
  });
});
