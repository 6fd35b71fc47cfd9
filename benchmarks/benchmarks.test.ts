// Every shipped scenario keeps the promises that make its numbers mean something, and stays a page.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../src/load-scenario.ts';
import { exampleUrls, lessonUrls, limitUrls, shippedUrls } from '../src/runner/discover.ts';

const MOST_LINES = 50;
/** A lesson whose inputs are what cannot be sent. */
const IS_ABOUT_CLONING = /not-cloneable/;
const files = [...shippedUrls(), new URL('./_template.ts', import.meta.url).href];

describe.each(files.map((url) => [basename(url), url] as const))('%s', (_, url) => {
  it('fits on a page and tells how to run it', () => {
    const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n');
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    expect(lines[1]).toMatch(/^\/\/ Run it: npm run bench -- |^\/\/ Copy this file|^\/\/ Run it/);
  });

  it('asks a question and promises no factor', async () => {
    const { question, explanation } = await loadScenario(url);
    expect(question).toContain('?');
    expect(explanation).not.toMatch(/\d+ ?(×|times|%)/);
  });

  it('has tags to choose it by, among them that of its group', async () => {
    const { tags = [] } = await loadScenario(url);
    expect(tags.length).toBeGreaterThan(url.includes('_template') ? -1 : 0);
    expect(tags.includes('limits')).toBe(limitUrls().includes(url));
    expect(tags.includes('example')).toBe(exampleUrls().includes(url));
    expect(tags.includes('lesson')).toBe(lessonUrls().includes(url));
  });

  it('has as many inputs as tasks, the same every time, that can be sent to a thread', async () => {
    const { inputs, taskCount, parameters = {} } = await loadScenario(url);
    for (const count of [1, taskCount, 100]) {
      const made = inputs(count, { parameters });
      expect(made).toHaveLength(count);
      if (!IS_ABOUT_CLONING.test(url)) expect(structuredClone(made)).toEqual(inputs(count, { parameters }));
    }
  });

  it('computes the same twice, and its check agrees', async () => {
    const { inputs, io, cpu, check, setup, taskCount, parameters = {} } = await loadScenario(url);
    if (!cpu || io || setup) return;
    const run = () => inputs(taskCount, { parameters }).map((input) => cpu(input, { context: undefined, parameters }));
    const outputs = run();
    expect(run()).toEqual(outputs);
    expect(check?.(outputs)).toBe(true);
    expect(check?.(outputs.map(() => undefined))).toBe(false);
  });
});
