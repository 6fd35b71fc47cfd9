// Files come from other people: what they hold is refused by its place, in words that are short and harmless wherever
// they are shown.

import { describe, expect, it } from 'vitest';
import type { BenchError } from '../errors.ts';
import { parseDocument } from './parse.ts';
import { smallDocument } from './testing/small-document.ts';

const ESCAPE = '\u001b';
const [record] = smallDocument().scenarios;

function refusal(text: string): BenchError {
  try {
    parseDocument(text, 'x.json');
  } catch (thrown) {
    return thrown as BenchError;
  }
  throw new Error('it was read');
}

function withParameters(parameters: object): string {
  const reference = { ...record?.reference, parameters };
  return JSON.stringify({ ...smallDocument(), scenarios: [{ ...record, reference }] });
}

describe('the parameters of an arm', () => {
  it.each(['concurrency', 'threads'])('%s is a count, or theory would never end', (parameter) => {
    for (const value of [0, -1, 0.5, 5e-324, 1e10, 1e308, '4', true]) {
      const { code, message } = refusal(withParameters({ [parameter]: value }));
      expect(code).toBe('FILE_SCHEMA');
      expect(message).toContain(`at \`scenarios[0].reference.parameters.${parameter}\`: `);
    }
    const { scenarios } = parseDocument(withParameters({ [parameter]: 4 }), 'x.json');
    expect(scenarios[0]?.reference?.parameters).toEqual({ [parameter]: 4 });
  });

  it('may be others of any kind, whatever their names', () => {
    const parameters = { size: 0.5, mode: 'fast', constructor: true, '': -1 };
    const { scenarios } = parseDocument(withParameters(parameters), 'x.json');
    expect(scenarios[0]?.reference?.parameters).toEqual(parameters);
  });

  it('have names and words that fit into a sentence', () => {
    expect(() => parseDocument(withParameters({ ['x'.repeat(300)]: 'x'.repeat(300) }), 'x.json')).not.toThrow();
    expect(refusal(withParameters({ ['x'.repeat(301)]: 1 })).message).toMatch(/names of at most 300 characters$/);
    expect(refusal(withParameters({ mode: 'x'.repeat(301) })).message).toContain('parameters.mode`');
  });
});

it('ids are no longer than the name of a file, and lists of settings fit into a line', () => {
  const long = JSON.stringify({ ...smallDocument(), scenarios: [{ ...record, id: 'x'.repeat(301) }] });
  expect(refusal(long).message).toContain('at `scenarios[0].id`');
  for (const list of ['concurrencies', 'threadCounts']) {
    const settings = { ...smallDocument().settings, [list]: new Array(1_001).fill(2) };
    expect(refusal(JSON.stringify({ ...smallDocument(), settings })).message).toContain(`at \`settings.${list}\``);
  }
});

describe('a refusal', () => {
  it.each([
    [`${ESCAPE}[2J`, '\\u001b'],
    ['\u009b31m', '\\u009b'],
    ['\u202eevil', '\\u202e'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('writes out %j, in what is not JSON and in an id', (text, shown) => {
    const reference = { ...record?.reference, scenarioId: text };
    const cell = {
      key: reference,
      shape: null,
      placebo: false,
      taskCount: 1,
      status: { state: 'completed' },
      openMs: [],
      setupMs: [],
      teardownMs: [],
      teardownFailure: null,
      warmups: [],
      restedRounds: [],
      outputDigest: null,
      samples: [],
      timelines: [],
    };
    const orphan = refusal(JSON.stringify({ ...smallDocument(), cells: [cell] })).message;
    expect(orphan).toContain(`no scenario '${shown}`);
    expect(orphan).not.toMatch(/\p{C}/u);
    const { code, message } = refusal(`[${text}`);
    expect(code).toBe('FILE_NOT_JSON');
    expect(message).not.toMatch(/\p{C}/u);
  });

  it('is a message and not a page, and its place is harmless as well', () => {
    const key = `${ESCAPE}[31m`.repeat(50);
    const { message } = refusal(withParameters({ [key]: {} }));
    expect(message).toMatch(/at `scenarios\[0\]\.reference\.parameters/);
    expect(message).not.toMatch(/\p{C}/u);
    const id = 'x'.repeat(300);
    const twice = [record, record].map((each) => ({ ...each, id }));
    expect(refusal(JSON.stringify({ ...smallDocument(), scenarios: twice })).message.length).toBeLessThan(700);
    expect(refusal(withParameters({ [key.repeat(100)]: {} })).message.length).toBeLessThan(1_000);
  });

  it('of a newer format names both versions', () => {
    const { code, message } = refusal(JSON.stringify({ ...smallDocument(), schemaVersion: 99 }));
    expect(code).toBe('FILE_NEWER');
    expect(message).toBe('x.json has schemaVersion 99, this version reads up to 4');
  });

  it.each([0, -1, 1.5, '2', null, [2]])('of version %j names the place', (schemaVersion) => {
    expect(refusal(JSON.stringify({ ...smallDocument(), schemaVersion })).message).toContain('at `schemaVersion`');
  });

  it('of a text nested without end is no overflow', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(refusal(deep).message).toMatch(/^x\.json is not/);
  });
});
