// A page loads nothing and runs nothing but its own: the policy names exactly what is in it, by hashes of what is in it.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SAMPLE_COMPARISONS } from '../../testing/sample-comparisons.ts';
import { htmlRenderer } from '../html.ts';
import { taughtRun } from '../testing/taught-run.ts';
import { SCRIPT } from './script.ts';

const options = { width: 80, color: false, detailed: true };
const run = taughtRun();
const pages = {
  'a run': htmlRenderer.renderReports([run], options),
  'a lesson': htmlRenderer.renderReports([run], { ...options, lesson: true }),
  'two runs': htmlRenderer.renderReports([run, run], options),
  timelines: htmlRenderer.renderTimelines?.(run.timelines ?? [], true, options) ?? '',
  'a comparison': htmlRenderer.renderComparison(SAMPLE_COMPARISONS['side-by-side'] as never, options),
};

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe.each(Object.entries(pages))('%s', (_, page) => {
  const of = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, content = '']) => content);

  it('allows its one style and its one script, by what they are', () => {
    const [policy = ''] = of(/http-equiv="Content-Security-Policy" content="([^"]*)"/g);
    const [style = '', ...styles] = of(/<style[^>]*>([\s\S]*?)<\/style>/g);
    const [script = '', ...scripts] = of(/<script>([\s\S]*?)<\/script>/g);
    expect([styles, scripts]).toEqual([[], []]);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf(style)}`,
      `script-src ${hashOf(script)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'));
  });

  it('has no other way to load or run anything', () => {
    const markup = page.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '');
    expect(markup).not.toMatch(/<[^>]+\s(style|on\w+|src|href|action|srcdoc)\s*=/i);
    expect(markup).not.toMatch(/<(link|iframe|object|embed|img|base|form)\b/i);
    expect(page.replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '')).not.toMatch(
      /https?:|@import|url\((?!#)/,
    );
  });
});

it('has a script of sixty lines at most', () => {
  expect(SCRIPT.trim().split('\n').length).toBeLessThanOrEqual(60);
});
