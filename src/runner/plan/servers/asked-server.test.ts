// Which server a scenario asks, and what then no longer holds.

import { expect, test } from 'vitest';
import { aimed, askedServer, nameOfServer } from './asked-server.ts';

const none = { target: null, onPort: null };
const named = (service: string | null, settings: Parameters<typeof askedServer>[1]) =>
  nameOfServer(askedServer({ service }, settings));

test('flags go before the scenario, and the scenario before the fixture server', () => {
  expect(named(null, none)).toBeNull();
  expect(named('node a.js', none)).toBe('node a.js');
  expect(named('node a.js', { ...none, onPort: 'node b.js' })).toBe('node b.js');
  expect(named('node a.js', { ...none, target: 'http://127.0.0.1:1' })).toBe('http://127.0.0.1:1');
});

test('a command of the scenario’s own runs beside its file, one of the flags where the run was started', () => {
  expect(askedServer({ service: 'x' }, none)).toMatchObject({ kind: 'command', isOwn: true });
  expect(askedServer({ service: 'x' }, { ...none, onPort: 'y' })).toMatchObject({ kind: 'command', isOwn: false });
});

test('what only the fixture server can be is not asked of another', () => {
  const limited = { service: null, fixture: { inServiceLimit: 4 } };
  expect(aimed(limited, none)).toEqual(limited);
  expect(aimed(limited, { ...none, target: 'http://127.0.0.1:1' }).fixture).toEqual({});
});
