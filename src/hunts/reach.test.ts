// A learner's program that asks anybody but this machine is refused before a packet leaves, and told so, whatever way it takes
// and whatever it makes of the refusal.

import { describe, expect, it } from 'vitest';
import { catalogue } from './hunts/01-catalogue.ts';
import { verdictOn } from './testing/programs.ts';
import { program, RIGHT, running, unsolved, useProgramFolder } from './testing/written-programs.ts';

useProgramFolder();

/** The promise of a module of Node's. */
const node = (name: string) => `(await import('node:${name}'))`;
/** Starts a thread with this text, and waits for its end. */
const inThread = (text: string, options = '') =>
  `const thread = new ${node('worker_threads')}.Worker(${JSON.stringify(text)}, { eval: true, ${options} }); await new Promise((resolve) => thread.on('exit', resolve))`;
const QUIETLY = "try { require('net').connect(80, '192.0.2.1') } catch {}";

const ADDRESS =
  /^The program tried to reach 192\.0\.2\.1, and was refused: .* this machine alone \(localhost, 127\.0\.0\.1/;
const NAME = /tried to reach example\.invalid, and was refused/;
const LOOK_UP = /tried to look up example\.invalid, and was refused/;
const START = /tried to start the program curl, and was refused: .* starts no other program/;

describe('refused, and told', () => {
  it.each<[string, string, RegExp]>([
    ['fetch', "await fetch('http://192.0.2.1/')", ADDRESS],
    ['fetch of a name, caught', "await fetch('https://example.invalid/').catch(() => {})", NAME],
    ['fetch that nobody awaits', "fetch('http://192.0.2.1/').catch(() => {})", ADDRESS],
    [
      'fetch that is waited for without end',
      "await new Promise((got) => fetch('http://192.0.2.1/').then(got, () => {}))",
      ADDRESS,
    ],
    [
      'a socket',
      `const net = ${node('net')}; await new Promise((got) => net.connect(80, '192.0.2.1').on('error', got))`,
      ADDRESS,
    ],
    ['http', `${node('http')}.get('http://192.0.2.1/')`, ADDRESS],
    ['https', `${node('https')}.get({ host: 'example.invalid' })`, NAME],
    [
      'http with a look-up of its own',
      `const http = ${node('http')}; await new Promise((got) => http.get({ host: 'localhost', port: 9, lookup: (host, options, done) => done(null, [{ address: '192.0.2.1', family: 4 }]) }).on('error', got))`,
      ADDRESS,
    ],
    ['HTTP/2', `${node('http2')}.connect('http://192.0.2.1')`, ADDRESS],
    ['TLS', `${node('tls')}.connect(443, '192.0.2.1')`, ADDRESS],
    ['a WebSocket', "new WebSocket('ws://192.0.2.1')", ADDRESS],
    ['a datagram', `${node('dgram')}.createSocket('udp4').send('x', 53, '192.0.2.1')`, ADDRESS],
    ['a look-up', `${node('dns')}.lookup('example.invalid', () => {})`, LOOK_UP],
    ['a look-up that is promised', `await ${node('dns/promises')}.lookup('example.invalid').catch(() => {})`, LOOK_UP],
    ['a question to the name server', `${node('dns')}.resolve4('example.invalid', () => {})`, LOOK_UP],
    ['a question to a name server', `new (${node('dns')}.Resolver)().resolve4('example.invalid', () => {})`, LOOK_UP],
    ['one that is promised', `await ${node('dns/promises')}.resolveMx('example.invalid').catch(() => {})`, LOOK_UP],
    ['another program', `${node('child_process')}.spawn('curl', ['http://192.0.2.1/'])`, START],
    ['another program that is waited for', `try { ${node('child_process')}.execFileSync('curl') } catch {}`, START],
    ['a process of a cluster', `${node('cluster')}.default.fork()`, /tried to start the program/],
    ['a thread', inThread(QUIETLY), ADDRESS],
    ['a thread with flags of its own', inThread(QUIETLY, 'execArgv: []'), ADDRESS],
    [
      'a thread of a thread',
      inThread(`new (require('worker_threads').Worker)(${JSON.stringify(QUIETLY)}, { eval: true })`),
      ADDRESS,
    ],
    ['a host that is no word', `${node('net')}.connect(80, '\\u001b[2Jx')`, /tried to reach \\u001b\[2Jx, and/],
  ])('%s', async (_, body, seen) => {
    expect(await verdictOn(catalogue, running(`${body}; ${RIGHT}`))).toEqual(
      unsolved('everything is within reach', seen),
    );
  });

  it.each<[string, string, string]>([
    ['fails for it', "await fetch('http://192.0.2.1/'); export function run() {}", 'mjs'],
    [
      'waits for it without end',
      "fetch('http://192.0.2.1/').catch(() => {}); await new Promise(() => {}); export function run() {}",
      'mjs',
    ],
    ['makes nothing of it', "fetch('http://192.0.2.1/').catch(() => {}); export function run() {}", 'mjs'],
    ['is CommonJS', "require('net').connect(80, '192.0.2.1'); module.exports.run = () => {};", 'cjs'],
  ])('while a file is loaded that %s', async (_, text, ending) => {
    await expect(verdictOn(catalogue, program(text, ending))).rejects.toMatchObject({
      code: 'HUNT_FILE',
      exitCode: 2,
      message: expect.stringMatching(/tried to reach 192\.0\.2\.1, and was refused: .*this machine alone/),
    });
  });

  it('by the end of its process, where nobody catches it', async () => {
    const body = `setTimeout(() => net.connect(80, '192.0.2.1')); await new Promise(() => {})`;
    const verdict = await verdictOn(
      catalogue,
      program(`import net from 'node:net'; export async function run() { ${body} }`),
    );
    expect(verdict).toMatchObject({ solved: false, seen: expect.stringMatching(/tried to reach 192\.0\.2\.1/) });
  });
});

it('a server of its own on this machine may be asked, by every name it has', async () => {
  const body = `const { createServer, get: ask } = ${node('http')};
    const server = createServer((_, answer) => answer.end('hi')).listen(0, '127.0.0.1');
    await new Promise((open) => server.on('listening', open));
    const { port } = server.address();
    if (await (await fetch('http://127.0.0.1:' + port)).text() !== 'hi') throw new Error('fetch');
    for (const host of ['LOCALHOST', '::ffff:127.0.0.1']) {
      await new Promise((got, lost) => ask({ host, port }, (answer) => got(answer.resume())).on('error', lost));
    }
    await ${node('dns/promises')}.lookup('localhost');
    await ${node('dns/promises')}.lookup('192.0.2.1');
    server.close();`;
  expect(await verdictOn(catalogue, running(`${body} ${RIGHT}`))).toEqual({ solved: true });
});

it('what a socket is told to reach is read once', async () => {
  const body = `const { Socket } = ${node('net')};
    let reads = 0;
    const changing = { port: 9, get host() { return reads++ === 0 ? '127.0.0.1' : '192.0.2.1'; } };
    const error = await new Promise((got) => new Socket().connect(changing).on('error', got));
    if (error.address !== '127.0.0.1') throw error;`;
  expect(await verdictOn(catalogue, running(`${body} ${RIGHT}`))).toEqual({ solved: true });
});
