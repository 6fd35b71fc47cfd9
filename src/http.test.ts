import { execFileSync } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openTestSite, statsWhere } from '../fixtures/testing/site.ts';
import { monotonicMs } from './arm/clock.ts';
import { openClient, parseServerTiming } from './http.ts';
import type { ServerTiming } from './model/server/answer.ts';
import { fixtureAt, type ServerAddress } from './model/server/server-address.ts';

const BODY = 'a body of thirty-one characters';
const never = new AbortController().signal;
let server: Server | undefined;
afterEach(() => server?.close());

/** GETs `/` of a server that answers with `listener`. */
async function getFrom(listener: RequestListener, change: Partial<ServerAddress> = {}) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = openClient({ ...fixtureAt(`http://127.0.0.1:${port}`), ...change });
  try {
    return await client.request('/', {}, never);
  } finally {
    await client.close();
  }
}

function honestHeaders(body = BODY): Record<string, string> {
  return {
    'x-body-length': String(body.length),
    'x-body-crc32': crc32(body).toString(16).padStart(8, '0'),
    'server-timing':
      'received;dur=7654321.012, asked;dur=20, delivered;dur=20.03, queued;dur=1.5, body;dur=9.5, cpu;dur=0.25',
  };
}

/** Files of undici that this process has loaded. */
const loadedParts = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => /\/undici\//.test(path));

describe('a client', () => {
  it('costs nothing until its first request, and then only what that needs', async () => {
    const client = openClient(fixtureAt('http://127.0.0.1:1'));
    expect(loadedParts()).toEqual([]);
    await expect(client.request('/', {}, never)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await client.close();
    const parts = loadedParts();
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.filter((path) => /\/undici\/(index\.js|lib\/(mock|web|cache|interceptor))/.test(path))).toEqual([]);
  });
});

/** Built-in modules that a process of its own has loaded after a request that nobody answers. */
function builtinsAfterRequest(): string[] {
  const http = new URL('./http.ts', import.meta.url).href;
  const address = new URL('./model/server/server-address.ts', import.meta.url).href;
  const code = `
    const { openClient } = await import('${http}');
    const { fixtureAt } = await import('${address}');
    await openClient(fixtureAt('http://127.0.0.1:1')).request('/', {}, new AbortController().signal).catch(() => {});
    process.stdout.write(JSON.stringify(process.moduleLoadList));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }));
}

it('Node’s HTTP/2, which takes as long to load as the rest, is not loaded by a client that does not speak it', () => {
  const builtins = builtinsAfterRequest();
  expect(builtins).toContain('NativeModule net');
  expect(builtins.filter((name) => name.includes('http2'))).toEqual([]);
});

describe('a request', () => {
  it('gives back a verified body and the server’s own times', async () => {
    const answer = await getFrom((_, response) => response.writeHead(200, honestHeaders()).end(BODY));
    expect(answer.text()).toBe(BODY);
    expect(answer.timing).toEqual({
      receivedMs: 7_654_321.012,
      askedMs: 20,
      deliveredMs: 20.03,
      queuedMs: 1.5,
      bodyMs: 9.5,
      cpuMs: 0.25,
    });
  });

  it('refuses a body that was changed on its way', async () => {
    const changed = BODY.replace('thirty', 'THIRTY');
    await expect(getFrom((_, response) => response.writeHead(200, honestHeaders()).end(changed))).rejects.toMatchObject(
      {
        code: 'HTTP_INTEGRITY',
      },
    );
  });

  it('refuses a body cut off by a closing connection, which looks whole to HTTP', async () => {
    const cut = getFrom((_, response) => {
      response.shouldKeepAlive = false;
      response.useChunkedEncodingByDefault = false;
      response.writeHead(200, { ...honestHeaders(), connection: 'close' });
      response.end(BODY.slice(0, 10));
    });
    await expect(cut).rejects.toMatchObject({
      code: 'HTTP_INTEGRITY',
      message: expect.stringContaining('got 10 bytes'),
    });
  });

  it('refuses an answer that does not say how long it is', async () => {
    await expect(getFrom((_, response) => response.end(BODY))).rejects.toMatchObject({ code: 'HTTP_INTEGRITY' });
  });

  it('takes no status but 200 for an answer', async () => {
    const busy = getFrom((_, response) => response.writeHead(503, honestHeaders('busy')).end('busy'));
    await expect(busy).rejects.toMatchObject({ code: 'HTTP_STATUS', message: 'GET / answered 503: busy' });
  });

  it('follows no redirect', async () => {
    const moved = getFrom((_, response) => response.writeHead(301, { location: '/new' }).end());
    await expect(moved).rejects.toMatchObject({
      code: 'HTTP_STATUS',
      message: 'GET / answered 301 and sends to /new',
      hint: expect.stringMatching(/No redirect is followed.*list 301 in `statuses`/),
    });
    const unchanged = getFrom((_, response) => response.writeHead(304).end());
    await expect(unchanged).rejects.toMatchObject({ message: 'GET / answered 304' });
  });

  it('of a server that is not the fixture server counts as it comes, whatever its headers are called', async () => {
    const answer = await getFrom(
      (_, response) => response.writeHead(200, { 'server-timing': 'cpu;dur=53, received;dur=5' }).end(BODY),
      { isFixture: false },
    );
    expect(answer.text()).toBe(BODY);
    expect(new Set(Object.values(answer.timing))).toEqual(new Set([0]));
    const lost = getFrom((_, response) => response.writeHead(404).end('no such page'), { isFixture: false });
    await expect(lost).rejects.toMatchObject({ hint: expect.not.stringContaining('overlap serve') });
  });
});

const serverEndMs = ({ receivedMs, queuedMs, deliveredMs, bodyMs }: ServerTiming) =>
  receivedMs + queuedMs + deliveredMs + bodyMs;

const PROTOCOLS = [
  { http2: false, tls: false, atOnceCount: 200 },
  { http2: false, tls: true, atOnceCount: 100 },
  // Beyond every bound that undici and Node set by themselves for one connection.
  { http2: true, tls: false, atOnceCount: 1_200 },
  { http2: true, tls: true, atOnceCount: 1_200 },
] as const;

describe.each(PROTOCOLS)('over HTTP/2 $http2, encrypted $tls', ({ http2, tls, atOnceCount }) => {
  const options = { http2, tls };

  async function open() {
    const site = await openTestSite(options);
    const client = openClient(fixtureAt(site.origin, { http2, certificate: site.certificate }));
    onTestFinished(() => client.close());
    return { site, client };
  }

  it('answers are verified, and as long as they should be', async () => {
    const { site, client } = await open();
    expect(site.origin).toMatch(tls ? /^https:/ : /^http:/);
    const answer = await client.request('/delay/3', {}, never);
    expect([answer.status, answer.text(), answer.timing.askedMs]).toEqual([200, 'waited\n', 3]);
    expect((await client.request('/bytes/3000000?seed=2', {}, never)).bytes).toHaveLength(3_000_000);
    await expect(client.request('/fault/corrupt', {}, never)).rejects.toMatchObject({ code: 'HTTP_INTEGRITY' });
    await expect(client.request('/fault/status?status=503', {}, never)).rejects.toMatchObject({ code: 'HTTP_STATUS' });
    await expect(client.request('/fault/reset-before', {}, never)).rejects.toThrow();
    expect((await client.request('/delay/1', {}, never)).status).toBe(200);
  });

  it('the server’s time for an answer lies within the client’s, whatever else was under way', async () => {
    const { client } = await open();
    const paths = ['/delay/20', '/delay/10', '/bytes/4000?rate=200000', '/bytes/200000', '/cpu/10'];
    await Promise.all(
      paths.map(async (path) => {
        const sentMs = monotonicMs();
        const { timing } = await client.request(path, {}, never);
        expect(timing.receivedMs).toBeGreaterThanOrEqual(sentMs);
        expect(serverEndMs(timing)).toBeLessThanOrEqual(monotonicMs());
      }),
    );
  });

  it('requests are under way together without a limit, and all can be given up', async () => {
    const { site, client } = await open();
    const controller = new AbortController();
    const given = Array.from({ length: atOnceCount }, () =>
      client.request('/delay/60000', {}, controller.signal).catch(String),
    );
    await statsWhere(site, ({ inFlightCount }) => inFlightCount === atOnceCount);
    controller.abort();
    expect(new Set(await Promise.all(given))).toEqual(new Set(['AbortError: This operation was aborted']));
    await statsWhere(site, ({ abortedCount, inFlightCount }) => abortedCount === atOnceCount && inFlightCount === 0);
    expect((await client.request('/delay/1', {}, never)).status).toBe(200);
    expect((await site.stats()).connectionCount).toBeLessThanOrEqual(http2 ? 1 : atOnceCount + 1);
  });

  it('as many answers at once are each the right one', async () => {
    const { site, client } = await open();
    const numbers = Array.from({ length: atOnceCount }, (_, number) => number);
    const pages = await Promise.all(numbers.map((number) => client.request(`/pages/${number}?delay=20`, {}, never)));
    expect(pages.map((page) => /<h1>Page (\d+)<\/h1>/.exec(page.text())?.[1])).toEqual(numbers.map(String));
    const { delayError } = await statsWhere(site, ({ servedCount }) => servedCount === atOnceCount);
    expect(delayError.earlyCount).toBe(0);
  });
});

describe.each([{ http2: false }, { http2: true }])('encrypted, HTTP/2 $http2', ({ http2 }) => {
  it('no other certificate is trusted', async () => {
    const [site, other] = await Promise.all([openTestSite({ http2, tls: true }), openTestSite({ http2, tls: true })]);
    for (const certificate of [other.certificate, null]) {
      const client = openClient(fixtureAt(site.origin, { http2, certificate }));
      await expect(client.request('/delay/0', {}, never)).rejects.toThrow();
      await client.close();
    }
    expect((await site.stats()).requestCount).toBe(0);
  });
});

describe('Server-Timing', () => {
  it('reads what is there and takes 0 for what is not', () => {
    const nothing = { receivedMs: 0, askedMs: 0, deliveredMs: 0, queuedMs: 0, bodyMs: 0, cpuMs: 0 };
    expect(parseServerTiming('delivered;dur=3')).toEqual({ ...nothing, deliveredMs: 3 });
    expect(parseServerTiming('undelivered;dur=3')).toEqual(nothing);
  });
});
