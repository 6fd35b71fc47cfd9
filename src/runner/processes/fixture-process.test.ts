// What a run learns from its server about requests that went wrong.

import { expect, it, onTestFinished } from 'vitest';
import { openSocket } from '../../../fixtures/testing/site.ts';
import { FixtureProcess } from './fixture-process.ts';

async function open(options: object): Promise<FixtureProcess> {
  const fixture = await FixtureProcess.start(options);
  onTestFinished(() => fixture.close());
  return fixture;
}

/** Resolves once the last counters hold. */
async function statsWith(fixture: FixtureProcess, requestCount: number, refusedCount: number) {
  for (;;) {
    const stats = await fixture.stats();
    if (stats.requestCount === requestCount && stats.refusedCount === refusedCount) return stats;
  }
}

it('requests that were refused and requests that failed on purpose are told apart', async () => {
  const limits = { ratePerSecond: 0.001, rateBurst: 3, inServiceLimit: 1, connectionLimit: 2, drainMs: 0 };
  const fixture = await open(limits);
  const [first, second] = [await openSocket(fixture.origin), await openSocket(fixture.origin)];
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;

  first.socket.write(get('/fault/status?status=500'));
  expect(await statsWith(fixture, 1, 0)).toMatchObject({ faultCount: 1, connectionCount: 2 });

  first.socket.write(get('/delay/60000'));
  await statsWith(fixture, 2, 0);
  second.socket.write(get('/delay/0'));
  await statsWith(fixture, 3, 1);
  second.socket.write(get('/delay/0'));
  await statsWith(fixture, 4, 2);

  await (await openSocket(fixture.origin)).closed;
  expect(await statsWith(fixture, 4, 3)).toMatchObject({ faultCount: 1 });
});
