// A page gives back the document that it was drawn from, to every command that reads one; what is no such page, or only a part of
// one, is refused in words that say so.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOverlap } from '../cli/testing.ts';
import type { BenchError } from '../errors.ts';
import { taughtDocument } from '../render/html/testing/taught-run.ts';
import { documentTextOf } from './from-page.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  const [first] = taughtDocument().scenarios;
  const nasty = { ...first, title: '</script><!-- <script> \u202e\u2028 日本語 🎉' };
  const document = { ...taughtDocument(), scenarios: [nasty, ...taughtDocument().scenarios.slice(1)] };
  write('run.json', JSON.stringify(document));
  await callOverlap(['show', at('run.json'), '--format', 'html', '--out', at('run.html')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a page', () => {
  it.each(['table', 'json', 'csv', 'html'])('is shown as its document is, as %s', async (format) => {
    const fromFile = await callOverlap(['show', at('run.json'), '--format', format]);
    const fromPage = await callOverlap(['show', at('run.html'), '--format', format]);
    const named = (text: string) => text.replaceAll('run.html', 'run.json');
    expect({ ...fromPage, stdout: named(fromPage.stdout) }).toEqual({ ...fromFile, stdout: named(fromFile.stdout) });
    expect(fromPage.code).toBe(0);
  });

  it('holds the document unchanged', () => {
    const text = documentTextOf(readFileSync(at('run.html'), 'utf8'), 'run.html');
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(at('run.json'), 'utf8')));
  });

  it('is compared, too', async () => {
    const { code, stderr } = await callOverlap(['compare', at('run.html'), at('run.json'), '--no-config']);
    expect(stderr).not.toContain('error');
    expect([0, 3]).toContain(code);
  });

  it('may be saved by a browser or an editor with a mark at its start', () => {
    const text = readFileSync(at('run.html'), 'utf8');
    for (const changed of [`\uFEFF${text}`, text.replace('<!doctype html>', '<!DOCTYPE HTML>'), `\n${text}`]) {
      expect(documentTextOf(changed, 'x')).toBe(documentTextOf(text, 'x'));
    }
  });
});

describe('refused is', () => {
  const refusal = (text: string): BenchError => {
    try {
      documentTextOf(text, 'x.html');
    } catch (thrown) {
      return thrown as BenchError;
    }
    throw new Error('it was read');
  };
  const head = '<!doctype html>\n<html>';
  const opening = '<script type="application/json" id="overlap-document">';

  it.each([
    ['a page of somebody else', `${head}<p>Hello</p></html>\n`, /^x\.html is a page without a result in it/],
    ['a page that ends too early', `${head}<p>Hel`, /^x\.html is a page that is cut off before its end/],
    [
      'a page that ends within the result',
      `${head}${opening}{"a":1`,
      /^x\.html is a page that is cut off within the result/,
    ],
    ['a packed result that is damaged', `${head}${opening}{"gzip":"AAAA"}</script>`, /cannot be unpacked/],
    [
      'a packed result that lost its end',
      `${head}${opening}{"gzip":"${gzipSync('{"a":1}'.repeat(99)).subarray(0, 30).toString('base64')}"}</script>`,
      /cannot be unpacked/,
    ],
  ])('%s', (_, text, message) => {
    const error = refusal(text);
    expect([error.code, error.exitCode]).toEqual(['FILE_NOT_JSON', 2]);
    expect(error.message).toMatch(message);
    expect(error.hint).toContain('--format html');
  });

  it('a page of a comparison, in words that end the command', async () => {
    await callOverlap([
      'compare',
      at('run.json'),
      at('run.json'),
      '--no-config',
      '--format',
      'html',
      '--out',
      at('c.html'),
    ]);
    const { code, stderr } = await callOverlap(['show', at('c.html')]);
    expect(code).toBe(2);
    expect(stderr).toContain('is a page without a result in it');
  });
});

it('leaves what is no page as it is', () => {
  for (const text of ['{"a": "<html>"}', '', 'hello', '[1]']) expect(documentTextOf(text, 'x')).toBe(text);
});

describe('--lesson', () => {
  it('asks first in a page, and is refused where nothing can be hidden', async () => {
    const { stdout } = await callOverlap(['show', at('run.json'), '--format', 'html', '--lesson']);
    expect(stdout).toContain('Write down your guess');
    const { code, stderr } = await callOverlap(['show', at('run.json'), '--lesson']);
    expect(code).toBe(2);
    expect(stderr).toContain("--lesson: expected a format that can hide the answer, got 'table'");
    expect(stderr).toContain('--format html');
  });
});
