// What is said of a server that cannot be asked, by what really happens on a socket.

import { createServer } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../fixtures/sockets/certificate.ts';
import { assertAnswersHttp } from './answers-http.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function portOf(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const complaintAbout = async (origin: string, answerMs = 5_000) => {
  const thrown = await assertAnswersHttp(origin, { answerMs }).then(
    () => null,
    (error) => error,
  );
  return thrown === null ? null : `${thrown.code}: ${thrown.message}\n${thrown.hint}`;
};

describe('a server that answers', () => {
  it.each([200, 302, 404, 405, 500])('is fine with %d, and was asked once for nothing but a head', async (status) => {
    const asked: string[] = [];
    const port = await portOf(
      createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.writeHead(status, { location: 'http://elsewhere.invalid' }).end();
      }),
    );
    expect(await complaintAbout(`http://127.0.0.1:${port}`)).toBeNull();
    expect(asked).toEqual(['HEAD /']);
  });
});

describe('a server that cannot be asked', () => {
  it('is not there', async () => {
    const server = createTcp();
    const port = await portOf(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await complaintAbout(`http://127.0.0.1:${port}`)).toMatch(
      /^TARGET_UNUSABLE: nothing listens at http:\/\/127\.0\.0\.1:\d+ .*\n.*--on-port/,
    );
  });

  it('speaks https and not http', async () => {
    const port = await portOf(createTls(makeCertificate(), (_, response) => response.end()));
    expect(await complaintAbout(`http://127.0.0.1:${port}`)).toBe(
      `TARGET_UNUSABLE: http://127.0.0.1:${port} speaks https, not http\nType https://127.0.0.1:${port} instead.`,
    );
  });

  it('speaks http and not https', async () => {
    const port = await portOf(createServer((_, response) => response.end()));
    expect(await complaintAbout(`https://127.0.0.1:${port}`)).toBe(
      `TARGET_UNUSABLE: https://127.0.0.1:${port} speaks http, not https\nType http://127.0.0.1:${port} instead.`,
    );
  });

  it('has a certificate that nobody vouches for', async () => {
    const port = await portOf(createTls(makeCertificate(), (_, response) => response.end()));
    expect(await complaintAbout(`https://127.0.0.1:${port}`)).toMatch(
      /is not trusted: .*self.signed.*\n.*NODE_EXTRA_CA_CERTS/i,
    );
  });

  it('speaks something else', async () => {
    const port = await portOf(createTcp((socket) => socket.on('error', () => {}).end('220 mail.example ready\r\n')));
    expect(await complaintAbout(`http://127.0.0.1:${port}`)).toMatch(/does not speak HTTP/);
    expect(await complaintAbout(`https://127.0.0.1:${port}`)).toMatch(/^TARGET_UNUSABLE: https:/);
  });

  it('hangs up', async () => {
    const port = await portOf(createTcp((socket) => socket.on('error', () => {}).destroy()));
    expect(await complaintAbout(`http://127.0.0.1:${port}`)).toMatch(/does not speak HTTP/);
  });

  it('accepts and never answers', async () => {
    const sockets: { destroy(): void }[] = [];
    const port = await portOf(createTcp((socket) => void sockets.push(socket.on('error', () => {}))));
    expect(await complaintAbout(`http://127.0.0.1:${port}`, 100)).toMatch(
      /accepted the connection and gave no answer to `HEAD \/` within 0\.1 s/,
    );
    for (const socket of sockets) socket.destroy();
  });

  it('is not waited for once somebody says stop', async () => {
    const port = await portOf(createTcp((socket) => void socket.on('error', () => {})));
    const asking = assertAnswersHttp(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(50) });
    await expect(asking).rejects.toMatchObject({ code: 'INTERRUPTED' });
  });
});
