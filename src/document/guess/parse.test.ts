// Files of guesses come from a whole class: read again as they were written, and refused with what is wrong.

import { describe, expect, it } from 'vitest';
import { guessDocument } from '../../guess/testing/guess-document.ts';
import { toJson } from '../../render/json.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { parseDocument } from '../parse.ts';
import { parseGuessDocument } from './parse.ts';

const guess = guessDocument(downloadPages, 'gather=20,pool=20', {}, 'Because.');
/** Its text with something else in one place. */
function changed(path: readonly (string | number)[], put: unknown): string {
  const value = JSON.parse(toJson(guess));
  const [last = '', ...above] = path.toReversed();
  const place = above.reverse().reduce((at, step) => at[step], value);
  place[last] = put;
  return JSON.stringify(value);
}

describe('a guess', () => {
  it.each([
    ['scored', guess],
    ['not measured yet', { ...guess, outcome: null, why: null }],
  ])('%s is read as it was written', (_, written) => {
    expect(parseGuessDocument(toJson(written), 'x.json')).toEqual(written);
  });

  it('of version 1 does not say what the work depended on', () => {
    const { work, ...scenario } = guess.scenario;
    expect(work).toEqual({ parameters: {}, target: null });
    const first = { ...guess, schemaVersion: 1, scenario };
    expect(parseGuessDocument(toJson(first), 'x.json')).toEqual({ ...guess, scenario: { ...scenario, work: null } });
  });

  it('keeps an open end', () => {
    const text = changed(['outcome', 'arms', 0, 'measured', 'high'], 'Infinity');
    expect(parseGuessDocument(text, 'x.json').outcome?.arms[0]?.measured?.high).toBe(Infinity);
  });

  it.each<[string, string, string, RegExp]>([
    ['cut off', toJson(guess).slice(0, 300), 'FILE_NOT_JSON', /x\.json is not JSON \(it seems to be cut off\)/],
    ['empty', '', 'FILE_NOT_JSON', /x\.json is empty/],
    ['null', 'null', 'FILE_SCHEMA', /x\.json does not hold a guess/],
    [
      'a run',
      JSON.stringify(documentOf({ scenarios: [downloadPages] })),
      'FILE_SCHEMA',
      /does not hold a guess: at `kind`/,
    ],
    ['of a newer version', changed(['schemaVersion'], 3), 'FILE_NEWER', /has schemaVersion 3/],
    ['without guesses', changed(['guesses'], []), 'FILE_SCHEMA', /at `guesses`/],
    [
      'of parameters that are none',
      changed(['scenario', 'work', 'parameters'], { a: {} }),
      'FILE_SCHEMA',
      /at `scenario\.work\.parameters\.a`/,
    ],
    ['of a version that never was', changed(['schemaVersion'], 0), 'FILE_SCHEMA', /at `schemaVersion`/],
    ['of no scenario', changed(['scenario'], null), 'FILE_SCHEMA', /at `scenario`/],
    ['at nothing', changed(['guesses', 0, 'ratio'], 0), 'FILE_SCHEMA', /at `guesses\[0\]\.ratio`/],
    ['twice', changed(['guesses', 1], guess.guesses[0]), 'FILE_SCHEMA', /an arm stands there twice/],
    ['scored otherwise', changed(['outcome', 'arms', 0, 'score'], 3), 'FILE_SCHEMA', /at `outcome\.arms\[0\]\.score`/],
    ['named without end', changed(['scenario', 'id'], 'x'.repeat(1_000)), 'FILE_SCHEMA', /at `scenario\.id`/],
  ])('%s is refused', (_, text, code, message) => {
    expect(() => parseGuessDocument(text, 'x.json')).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  it('is no result of a run', () => {
    expect(() => parseDocument(toJson(guess), 'x.json')).toThrow('x.json holds a guess, expected the numbers of a run');
  });
});
