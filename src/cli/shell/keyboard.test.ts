// Lines that somebody types.

import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { keyboard } from './keyboard.ts';

const quiet = new AbortController().signal;

describe('a keyboard', () => {
  it('gives line after line, also the last one without an end, and then none', async () => {
    const stream = new PassThrough();
    const lines = keyboard(stream).open();
    stream.end('one\r\n\ntwo');
    const given = [];
    for (let count = 0; count < 5; count += 1) given.push(await lines.nextLine(quiet));
    expect(given).toEqual(['one', '', 'two', null, null]);
  });

  it('stops waiting when it is interrupted', async () => {
    const lines = keyboard(new PassThrough()).open();
    const controller = new AbortController();
    const line = lines.nextLine(controller.signal);
    controller.abort(new Error('Ctrl-C'));
    await expect(line).rejects.toThrow('Ctrl-C');
    await expect(lines.nextLine(controller.signal)).rejects.toThrow('Ctrl-C');
    lines.close();
  });

  it('lets the program end once it is closed', async () => {
    const stream = new PassThrough();
    const lines = keyboard(stream).open();
    stream.write('one\n');
    expect(await lines.nextLine(quiet)).toBe('one');
    lines.close();
    expect(stream.isPaused()).toBe(true);
  });

  it('knows whether somebody may sit there', () => {
    expect(keyboard(new PassThrough()).isTTY).toBe(false);
    expect(keyboard(Object.assign(new PassThrough(), { isTTY: true })).isTTY).toBe(true);
  });
});
