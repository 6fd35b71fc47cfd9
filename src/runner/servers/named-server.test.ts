// What the flags about a server come to, and what is refused before anything is sent. No name is really resolved.

import { describe, expect, it } from 'vitest';
import { DEFAULT_MOST_REQUESTS } from '../plan/defaults.ts';
import { NO_NAMED_SERVER, namedServer, type ServerWishes } from './named-server.ts';

const resolve = async (host: string) => (host === 'localhost' ? ['127.0.0.1'] : ['192.0.2.1']);
const named = (wishes: ServerWishes) => namedServer(wishes, resolve);
const refusalOf = async (wishes: ServerWishes) => {
  const thrown = await named(wishes).then(
    () => null,
    (error) => error,
  );
  return thrown === null ? null : [thrown.code, `${thrown.message}\n${thrown.hint}`];
};

describe('a named server', () => {
  it('is none, an address, or a command', async () => {
    expect(await named({})).toEqual(NO_NAMED_SERVER);
    expect(await named({ target: 'http://localhost:3000/' })).toEqual({
      ...NO_NAMED_SERVER,
      target: 'http://localhost:3000',
    });
    expect(await named({ target: 'https://127.0.0.1' })).toMatchObject({ target: 'https://127.0.0.1' });
    expect(await named({ onPort: 'node a.js' })).toEqual({ ...NO_NAMED_SERVER, onPort: 'node a.js' });
  });

  it('on another machine needs a word of consent, and is capped', async () => {
    expect(await refusalOf({ target: 'http://shop.example' })).toEqual([
      'USAGE',
      expect.stringMatching(/expected a server on this machine .*, got http:\/\/shop\.example\n.*--allow-remote/),
    ]);
    const consent = { target: 'http://shop.example', allowRemote: true };
    expect(await named(consent)).toEqual({
      ...{ target: 'http://shop.example', onPort: null, mostRequestCount: DEFAULT_MOST_REQUESTS },
    });
    expect(await named({ ...consent, maxRequests: 80 })).toMatchObject({ mostRequestCount: 80 });
  });

  it('on this machine is not capped, with or without consent', async () => {
    expect(await named({ target: 'http://localhost', allowRemote: true })).toMatchObject({ mostRequestCount: null });
    expect(await refusalOf({ target: 'http://localhost', maxRequests: 9 })).toMatchObject([
      'USAGE',
      expect.stringContaining('--budget'),
    ]);
  });

  it.each([
    [{ target: 'localhost:3000' }, /begins with http.*got 'localhost:3000'\nType --target http:\/\/localhost:3000/s],
    [{ target: 'ftp://localhost' }, /begins with http/],
    [{ target: '' }, /got ''/],
    [{ target: 'http://localhost/api' }, /the path '\/api'.*\n.*--target http:\/\/localhost;/],
    [{ target: 'http://localhost/?a=1' }, /a query/],
    [{ target: 'http://localhost/#a' }, /a fragment/],
    [{ target: 'http://0.0.0.0:81' }, /answers at http:\/\/127\.0\.0\.1:81: type --target http:\/\/127\.0\.0\.1:81\./],
    [{ target: 'http://localhost', onPort: 'x' }, /got both/],
    [{ allowRemote: true }, /--allow-remote: expected a --target/],
    [{ maxRequests: 3 }, /--max-requests: expected a --target/],
    [{ onPort: ' ' }, /--on-port: expected a command/],
  ] as const)('is refused as %j', async (wishes, text) => {
    expect(await refusalOf(wishes)).toEqual(['USAGE', expect.stringMatching(text)]);
  });

  it.each(['http://me:geheim@localhost', 'http://me@localhost', 'ftp://me:geheim@localhost'])(
    'with a user in it is refused without repeating it: %s',
    async (target) => {
      const [code, text] = (await refusalOf({ target })) ?? [];
      expect(code).toBe('USAGE');
      expect(text).not.toMatch(/geheim|me:|me@/);
    },
  );
});
