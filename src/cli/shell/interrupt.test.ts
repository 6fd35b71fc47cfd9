import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { abortOnInterrupt } from './interrupt.ts';

/** A process that can be sent signals at chosen times. */
function fakeProcess() {
  const listeners = new Map<string, () => void>();
  const exits: number[] = [];
  const clock = { nowMs: 1_000 };
  const signal = abortOnInterrupt(
    { on: (name, listener) => listeners.set(name, listener), exit: (code) => exits.push(code) },
    () => clock.nowMs,
  );
  return {
    signal,
    exits,
    send(name: string, atMs: number) {
      clock.nowMs = atMs;
      listeners.get(name)?.();
    },
  };
}

describe('an interrupt', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('by %s asks to stop', (name) => {
    const { signal, exits, send } = fakeProcess();
    expect(signal.aborted).toBe(false);
    send(name, 1_000);
    expect(signal.aborted).toBe(true);
    expect(exits).toEqual([]);
  });

  it('leaves at once the second time', () => {
    const { exits, send } = fakeProcess();
    send('SIGINT', 1_000);
    send('SIGTERM', 1_501);
    expect(exits).toEqual([130]);
  });

  it('is timed by the clock of this process', () => {
    const listeners: (() => void)[] = [];
    const exits: number[] = [];
    abortOnInterrupt({ on: (_, listener) => listeners.push(listener), exit: (code) => exits.push(code) });
    const clock = vi.spyOn(performance, 'now');
    onTestFinished(() => clock.mockRestore());
    for (const nowMs of [1_000, 1_500, 1_501]) {
      expect(exits).toEqual([]);
      clock.mockReturnValue(nowMs);
      listeners[0]?.();
    }
    expect(exits).toEqual([130]);
  });

  it('that arrives twice is one press of a key', () => {
    const { exits, send } = fakeProcess();
    send('SIGINT', 1_000);
    send('SIGINT', 1_500);
    expect(exits).toEqual([]);
    send('SIGINT', 1_501);
    expect(exits).toEqual([130]);
  });
});
