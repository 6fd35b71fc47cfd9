import { describe, expect, it } from 'vitest';
import type { ScenarioKind } from '../../model/scenario.ts';
import { type Narrowing, narrowed } from './narrow.ts';

const made = (id: string, kind: ScenarioKind, ...tags: string[]) => ({ id, kind, tags });
const ALL = [made('a', 'io', 'slow', 'http'), made('b', 'cpu', 'slow'), made('c', 'mixed'), made('d', 'io', 'http')];
const chosen = (narrowing: Narrowing) =>
  narrowed(ALL, narrowing)
    .map(({ id }) => id)
    .join('');

describe('narrowing', () => {
  it.each<[Narrowing, string]>([
    [{}, 'abcd'],
    [{ tags: undefined, kinds: undefined }, 'abcd'],
    [{ tags: ['http'] }, 'ad'],
    [{ tags: ['http', 'slow'] }, 'abd'],
    [{ kinds: ['io'] }, 'ad'],
    [{ kinds: ['mixed', 'cpu'] }, 'bc'],
    [{ tags: ['slow'], kinds: ['cpu'] }, 'b'],
  ])('to %j leaves %s', (narrowing, ids) => expect(chosen(narrowing)).toBe(ids));

  it('refuses a tag that none has, though others are there, with those that are', () => {
    expect(() => chosen({ tags: ['slow', 'htp'] })).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_SCENARIO',
        message: "--tag: no scenario has the tag 'htp' (did you mean 'http'?)",
        hint: 'Expected one of: http, slow.',
      }),
    );
    expect(() => narrowed([made('c', 'mixed')], { tags: ['x'] })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('`tags`') }),
    );
  });

  it('refuses to leave nothing, and takes nothing for nothing', () => {
    expect(() => chosen({ tags: ['http'], kinds: ['cpu', 'mixed'] })).toThrow(
      '--kind: none of 4 scenarios is cpu or mixed work and has the tag http',
    );
    expect(() => narrowed([made('c', 'mixed')], { kinds: ['io'] })).toThrow(/^--kind: none of 1 scenarios is io work$/);
    expect(narrowed([], { kinds: ['io'] })).toEqual([]);
  });
});
