import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from './parse.ts';
import { publishedSchemas } from './published-schema.ts';
import { assertWritable, isRegularPlace, isSameFile, readDocument, writeDocument, writeWhole } from './store.ts';
import { smallDocument } from './testing/small-document.ts';
import { SCHEMA_VERSION } from './version.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'document-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = () => JSON.stringify(smallDocument());
const failure = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('a document', () => {
  it('comes back from disk as it was written', async () => {
    const path = join(folder, 'deep', 'file.json');
    await writeDocument(path, smallDocument());
    expect(await readDocument(path)).toEqual(smallDocument());
    expect(readdirSync(join(folder, 'deep'))).toEqual(['file.json']);
  });

  it('is refused by name wherever it is cut off', () => {
    const whole = text();
    for (let length = 1; length < whole.length; length += 37) {
      expect(() => parseDocument(whole.slice(0, length), 'cut.json')).toThrow(/^cut\.json is not JSON/);
    }
  });

  it.each([
    ['empty', '', failure('FILE_NOT_JSON', /is empty/)],
    ['not JSON', 'hello', failure('FILE_NOT_JSON', /is not JSON/)],
    ['a list', '[]', failure('FILE_SCHEMA', /not a result document/)],
    ['null', 'null', failure('FILE_SCHEMA', /not a result document/)],
    [
      'a report',
      '{"schemaVersion":1,"scenarios":[]}',
      failure('FILE_SCHEMA', /is a report .*expected a result document/),
    ],
    [
      'of a newer format',
      JSON.stringify({ ...smallDocument(), schemaVersion: SCHEMA_VERSION + 1 }),
      failure('FILE_NEWER', /has schemaVersion 5, this version reads up to 4/),
    ],
    [
      'without a version',
      JSON.stringify({ ...smallDocument(), schemaVersion: undefined }),
      failure('FILE_SCHEMA', /`schemaVersion`/),
    ],
    [
      'with a wrong value deep inside',
      text().replace('"coreCount":2', '"coreCount":"two"'),
      failure('FILE_SCHEMA', /`environment.coreCount`/),
    ],
  ])('is refused when %s', (_, content, expected) => {
    let thrown: unknown;
    try {
      parseDocument(content, 'x.json');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(expected);
  });

  it.each([
    ['{"a":', true],
    ['  {"a":1', true],
    ['{"a":x}', false],
    ['{"a":x}\n', false],
    ['[1, 2', false],
  ])('of the text %j is said to be cut off: %s', (content, isCutOff) => {
    const said = isCutOff ? /^x\.json is not JSON \(it seems to be cut off\): ./ : /^x\.json is not JSON: ./;
    expect(() => parseDocument(content, 'x.json')).toThrow(said);
  });

  it.each([
    ['', /^x\.json is empty, expected a result document$/, /overlap run/],
    ['{', /is not JSON/, /Measure again with `overlap run`/],
    [
      '7',
      /^x\.json is not a result document: at `\(top\)`: ./,
      /Measure again with `overlap run`; .*results\/README\.md/,
    ],
    ['{"scenarios":[]}', /is a report \(from --format json\)/, /that `overlap run` saved/],
    ['{"schemaVersion":99}', /has schemaVersion 99/, /npm install overlap-bench@latest/],
  ])('that is no document (%j) is refused with the next step', (content, message, hint) => {
    let thrown: unknown;
    try {
      parseDocument(content, 'x.json');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
  });

  it('with cells and without scenarios is no report', () => {
    expect(() => parseDocument('{"schemaVersion":2,"cells":[]}', 'x.json')).toThrow(/not a result document/);
    expect(() => parseDocument('{"schemaVersion":2,"scenarios":[],"cells":[]}', 'x.json')).toThrow(/not a result/);
  });

  it('that no version could read is not saved, and nothing is touched', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(path, 'old');
    await expect(writeDocument(path, { ...smallDocument(), measuredMs: Number.NaN })).rejects.toMatchObject({
      code: 'DOCUMENT_INVALID',
      message: expect.stringMatching(/^the result is not saved, .*`measuredMs`/),
      hint: expect.stringMatching(/replaces clocks or counters/),
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('has published schemas that say the same', () => {
    const schemas = Object.entries(publishedSchemas());
    expect(schemas.map(([name]) => name)).toEqual(['schema.json', 'comparison.schema.json']);
    for (const [name, schema] of schemas) {
      const published = readFileSync(new URL(`../../results/${name}`, import.meta.url), 'utf8');
      expect(JSON.parse(published)).toEqual(schema);
    }
  });
});

describe('reading', () => {
  it('says so when there is no file, or a folder', async () => {
    await expect(readDocument(join(folder, 'none.json'))).rejects.toEqual(failure('FILE_READ', /does not exist/));
    await expect(readDocument(folder)).rejects.toEqual(failure('FILE_READ', /is a directory, expected a file/));
  });

  it('keeps the reason and the next step of what else goes wrong', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(readDocument(join(folder, 'file', 'below.json'))).rejects.toMatchObject({
      code: 'FILE_READ',
      message: expect.stringMatching(/below\.json .*ENOTDIR/),
      hint: '`overlap show` without a file shows the latest result.',
      cause: expect.objectContaining({ code: 'ENOTDIR' }),
    });
  });
});

function fifo(path: string): string {
  execFileSync('mkfifo', [path]);
  return path;
}

describe('a place to write to', () => {
  const refusal = (message: RegExp) => failure('FILE_WRITE', message);

  it.each([
    ['a folder', () => folder, /: it is a directory$/],
    ['a place below a file', () => join(folder, 'file', 'below.json'), /cannot write .*ENOTDIR/],
    ['a name that no file may have', () => join(folder, 'n'.repeat(300)), /cannot write .*ENAMETOOLONG/],
    ['a folder that takes no files', () => '/proc/new.json', /cannot write \/proc\/new.json: /],
    ['a folder below one that takes none', () => '/proc/new/deep.json', /cannot write \/proc\/new\/deep.json: /],
  ])('is not %s', async (_, pathOf, message) => {
    writeFileSync(join(folder, 'file'), '');
    await expect(assertWritable(pathOf(), 'kept')).rejects.toEqual(refusal(message));
    await expect(assertWritable(pathOf(), 'printed')).rejects.toEqual(refusal(message));
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('may be a pipe to print to, but not to keep a result in', async () => {
    const path = fifo(join(folder, 'pipe'));
    await assertWritable(path, 'printed');
    await expect(assertWritable(path, 'kept')).rejects.toEqual(refusal(/: it is a pipe, expected a file/));
  });

  it('may be a device, a stream, a file or nothing yet, and is left as it was', async () => {
    writeFileSync(join(folder, 'file'), 'old');
    symlinkSync(join(folder, 'file'), join(folder, 'link'));
    const paths = ['/dev/null', '/dev/stderr', join(folder, 'file'), join(folder, 'link'), join(folder, 'a', 'b', 'c')];
    for (const path of paths) await assertWritable(path, 'printed');
    expect(readdirSync(folder).sort()).toEqual(['file', 'link']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });

  it('is regular or not', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await isRegularPlace(join(folder, 'file'))).toBe(true);
    expect(await isRegularPlace(join(folder, 'none'))).toBe(true);
    expect(await isRegularPlace('/dev/null')).toBe(false);
  });
});

describe('two paths', () => {
  it('lead to one file, or to two', async () => {
    const at = (name: string) => join(folder, name);
    mkdirSync(at('sub'));
    writeFileSync(at('file'), '');
    writeFileSync(at('other'), '');
    symlinkSync(at('file'), at('link'));
    linkSync(at('file'), at('hard'));
    symlinkSync(folder, at('sub/up'));
    symlinkSync('new', at('soon'));
    symlinkSync('soon', at('sooner'));
    symlinkSync('round', at('round'));
    for (const same of ['file', 'link', 'hard', 'sub/up/file', 'sub/../file']) {
      expect(await isSameFile(at('file'), at(same)), same).toBe(true);
    }
    expect(await isSameFile(at('new'), at('sub/up/new'))).toBe(true);
    expect(await isSameFile(at('no/new'), at('no/../no/new'))).toBe(true);
    // Once the one is written, the other leads to it.
    expect(await isSameFile(at('new'), at('soon'))).toBe(true);
    expect(await isSameFile(at('sub/up/new'), at('sooner'))).toBe(true);
    expect(await isSameFile(at('new'), at('round'))).toBe(false);
    for (const [one, other] of [
      ['file', 'other'],
      ['file', 'new'],
      ['new', 'newer'],
      ['new', 'sub/new'],
    ] as const) {
      expect(await isSameFile(at(one), at(other)), `${one} ${other}`).toBe(false);
    }
    expect(await isSameFile('/dev/null', '/dev/null')).toBe(false);
  });
});

describe('writing', () => {
  it('adds to what stands behind an open stream, where the same name would start anew', async () => {
    const path = join(folder, 'log');
    writeFileSync(path, 'before ');
    const file = openSync(path, 'a');
    await writeWhole(`/proc/self/fd/${file}`, 'after');
    closeSync(file);
    expect(readFileSync(path, 'utf8')).toBe('before after');
    expect(readdirSync(folder)).toEqual(['log']);
  });

  it('keeps the old file and leaves no other when it fails', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(path, 'old');
    mkdirSync(join(folder, 'sub'));
    await expect(writeWhole(join(path, 'below'), 'new')).rejects.toEqual(failure('FILE_WRITE', /cannot write/));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['file.json', 'sub']);
  });

  it('says where, why and what to do', async () => {
    await expect(writeWhole(folder, 'text')).rejects.toMatchObject({
      code: 'FILE_WRITE',
      message: expect.stringMatching(/^cannot write .*EISDIR/),
      hint: 'Choose a place you may write to.',
      cause: expect.objectContaining({ code: 'EISDIR' }),
    });
  });

  it('replaces an old file by a new one, whole', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(path, 'a much longer text than the new one');
    await writeWhole(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['file.json']);
  });

  it('writes through a link instead of replacing it', async () => {
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await writeWhole(join(folder, 'link'), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
  });

  // A pipe of our own: a test that could replace a device would do so for the whole machine.
  it('writes to what is no file without replacing it', async () => {
    const path = fifo(join(folder, 'pipe'));
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    await writeWhole(path, 'told');
    expect(readFileSync(reader, 'utf8')).toBe('told');
    closeSync(reader);
    expect(statSync(path).isFIFO()).toBe(true);
  });
});
