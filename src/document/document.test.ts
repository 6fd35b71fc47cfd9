import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from './parse.ts';
import { publishedSchema } from './published-schema.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { assertWritable, readDocument, writeDocument, writeWhole } from './store.ts';
import { smallDocument } from './testing/small-document.ts';

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
      failure('FILE_NEWER', /has schemaVersion 3, this version reads up to 2/),
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

  it('has a published schema that says the same', () => {
    const published = readFileSync(new URL('../../results/schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(publishedSchema());
  });
});

describe('reading', () => {
  it('says so when there is no file, or a folder', async () => {
    await expect(readDocument(join(folder, 'none.json'))).rejects.toEqual(failure('FILE_READ', /does not exist/));
    await expect(readDocument(folder)).rejects.toEqual(failure('FILE_READ', /is a directory/));
  });
});

describe('writing', () => {
  it('refuses a folder before anything is measured', async () => {
    await expect(assertWritable(folder, 'printed')).rejects.toEqual(failure('FILE_WRITE', /it is a directory/));
  });

  it('refuses a place below a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(assertWritable(join(folder, 'file', 'below.json'), 'kept')).rejects.toEqual(
      failure('FILE_WRITE', /cannot write/),
    );
  });

  it('keeps the old file and leaves no other when it fails', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(path, 'old');
    mkdirSync(join(folder, 'sub'));
    await expect(writeWhole(join(path, 'below'), 'new')).rejects.toEqual(failure('FILE_WRITE', /cannot write/));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['file.json', 'sub']);
  });

  it('writes through a link instead of replacing it', async () => {
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await writeWhole(join(folder, 'link'), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
  });

  it('writes to a device without replacing it', async () => {
    await writeWhole('/dev/null', 'gone');
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });
});
