// What reaches a terminal: colour only where it is wanted, and nothing that other people's text could do to it.

import { describe, expect, it } from 'vitest';
import { visibleText } from '../../visible-text.ts';
import { runtimeComplaint } from '../runtime.ts';
import { callOverlap, NOBODY } from '../testing.ts';
import { canRedraw, drawingFor } from './drawing.ts';
import { type Shell, say } from './shell.ts';

function shellOf(columns: number | undefined, env: Shell['env']): Shell & { written: string[] } {
  const written: string[] = [];
  const stream = { isTTY: columns !== undefined, columns, write: (text: string) => void written.push(text) };
  return { stdin: NOBODY, stdout: stream, stderr: stream, env, interrupted: () => AbortSignal.abort(), written };
}

describe('drawing', () => {
  it.each([
    ['a terminal', 120, {}, { width: 120, color: true }],
    ['a terminal that tells no width', 0, {}, { width: 80, color: true }],
    ['a pipe', undefined, {}, { width: 80, color: false }],
    ['NO_COLOR', 120, { NO_COLOR: '1' }, { width: 120, color: false }],
    ['an empty NO_COLOR', 120, { NO_COLOR: '' }, { width: 120, color: true }],
    ['NO_COLOR against FORCE_COLOR', 120, { NO_COLOR: '1', FORCE_COLOR: '1' }, { width: 120, color: false }],
    ['FORCE_COLOR in a pipe', undefined, { FORCE_COLOR: '1' }, { width: 80, color: true }],
    ['FORCE_COLOR=0', 120, { FORCE_COLOR: '0' }, { width: 120, color: false }],
    ['FORCE_COLOR=false', 120, { FORCE_COLOR: 'false' }, { width: 120, color: false }],
    ['TERM=dumb', 120, { TERM: 'dumb' }, { width: 120, color: false }],
    ['CI in a pipe', undefined, { CI: 'true' }, { width: 80, color: false }],
    ['COLUMNS in a pipe', undefined, { COLUMNS: '100' }, { width: 100, color: false }],
    ['COLUMNS against a terminal that knows', 90, { COLUMNS: '100' }, { width: 90, color: true }],
    ['COLUMNS of a terminal that tells no width', 0, { COLUMNS: '100' }, { width: 100, color: true }],
    ...['', '0', '19', '1001', '9e9', '-100', '100.5', ' 100', 'wide'].map(
      (COLUMNS) => [`COLUMNS=${COLUMNS}`, undefined, { COLUMNS }, { width: 80, color: false }] as const,
    ),
    ['the least COLUMNS', undefined, { COLUMNS: '20' }, { width: 20, color: false }],
    ['the most COLUMNS', undefined, { COLUMNS: '1000' }, { width: 1000, color: false }],
  ] as const)('for %s', (_, columns, env, drawing) => {
    expect(drawingFor(shellOf(columns, env))).toMatchObject(drawing);
  });

  it('for a file is plain and as wide as in a pipe, whatever the terminal is', () => {
    const out = 'x.txt';
    expect(drawingFor(shellOf(120, { FORCE_COLOR: '1' }), { out })).toEqual({
      width: 80,
      color: false,
      detailed: false,
      lesson: false,
    });
    expect(drawingFor(shellOf(90, { COLUMNS: '130' }), { out })).toMatchObject({ width: 130, detailed: true });
  });

  it.each([
    [119, {}, undefined, false],
    [120, {}, undefined, true],
    [undefined, {}, undefined, false],
    [undefined, { COLUMNS: '120' }, undefined, true],
    [80, {}, true, true],
    [200, {}, false, false],
  ])('at %s columns, with %j and details %s, tells details: %s', (columns, env, details, detailed) => {
    expect(drawingFor(shellOf(columns, env), details === undefined ? {} : { details }).detailed).toBe(detailed);
  });

  it('again and again happens only where somebody watches', () => {
    expect(canRedraw(shellOf(80, {}))).toBe(true);
    expect(canRedraw(shellOf(undefined, {}))).toBe(false);
    expect(canRedraw(shellOf(80, { TERM: 'dumb' }))).toBe(false);
    expect(canRedraw(shellOf(80, { CI: '1' }))).toBe(false);
    expect(canRedraw(shellOf(80, { CI: 'false' }))).toBe(true);
  });

  it('of a report follows the environment', async () => {
    const path = 'results/examples/two-cores.json';
    const show = async (env: Shell['env']) => (await callOverlap(['show', path], { terminalColumns: 80, env })).stdout;
    expect(await show({})).toContain('\u001b[');
    expect(await show({ NO_COLOR: '1' })).not.toContain('\u001b');
    expect(await show({ TERM: 'dumb' })).not.toContain('\u001b');
  });
});

describe('a message', () => {
  it('shows what it may not do', () => {
    expect(visibleText('a\u001b[31mb\nc\r\u009b2J\u202ed\u200b\u{e0041}')).toBe(
      'a\\u001b[31mb\nc\\u000d\\u009b2J\\u202ed\\u200b\\u{e0041}',
    );
    expect(visibleText('\uffff')).toBe('\\uffff');
    expect(visibleText('é “ü” 漢字 🙂')).toBe('é “ü” 漢字 🙂');
  });

  it('is said with a line break after it', () => {
    const shell = shellOf(80, {});
    say(shell, 'a\u0007');
    expect(shell.written).toEqual(['a\\u0007\n']);
  });

  it.each([
    [['show', 'no\u001b[2Jne.json']],
    [['run', 'no\u001b[2Jne']],
    [['run', '--no\u001b[2Jne']],
    [['no\u001b[2Jne']],
    [['run', '--rounds', '\u001b[2J']],
  ])('that quotes %j moves no cursor', async (args) => {
    const { code, stderr } = await callOverlap(args);
    expect(code).toBe(2);
    expect(stderr).toContain('\\u001b[2J');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('a Node that is too old', () => {
  it.each([
    ['22.19.0', null],
    ['23.0.0', null],
    ['22.18.9', 'error: overlap needs Node >=22.19, this is 22.18.9\nInstall a newer Node.\n'],
    ['18.20.4', 'error: overlap needs Node >=22.19, this is 18.20.4\nInstall a newer Node.\n'],
  ])('%s', (version, complaint) => {
    expect(runtimeComplaint(version, '>=22.19')).toBe(complaint);
  });
});
