import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openClient, parseServerTiming } from './http.ts';

const BODY = 'a body of thirty-one characters';
const never = new AbortController().signal;
let server: Server | undefined;
afterEach(() => server?.close());

/** GETs `/` of a server that answers with `listener`. */
async function getFrom(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const client = openClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    return await client.get('/', never);
  } finally {
    await client.close();
  }
}

function honestHeaders(body = BODY): Record<string, string> {
  return {
    'x-body-length': String(body.length),
    'x-body-crc32': crc32(body).toString(16).padStart(8, '0'),
    'server-timing': 'asked;dur=20, delivered;dur=20.03, queued;dur=1.5, cpu;dur=0.25',
  };
}

describe('a request', () => {
  it('gives back a verified body and the server’s own times', async () => {
    const answer = await getFrom((_, response) => response.writeHead(200, honestHeaders()).end(BODY));
    expect(answer.text()).toBe(BODY);
    expect(answer.timing).toEqual({ askedMs: 20, deliveredMs: 20.03, queuedMs: 1.5, cpuMs: 0.25 });
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
});

describe('Server-Timing', () => {
  it('reads what is there and takes 0 for what is not', () => {
    expect(parseServerTiming('delivered;dur=3')).toEqual({ askedMs: 0, deliveredMs: 3, queuedMs: 0, cpuMs: 0 });
    expect(parseServerTiming('undelivered;dur=3')).toMatchObject({ deliveredMs: 0 });
  });
});
