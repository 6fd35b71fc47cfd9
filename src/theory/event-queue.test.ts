import { expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { EventQueue } from './event-queue.ts';

test('any mixture of adding and taking gives what sorting by time and arrival gives', () => {
  const random = seededRandom(1);
  const queue = new EventQueue<number>();
  let waiting: { atMs: number; value: number }[] = [];
  for (let step = 0; step < 400; step++) {
    if (random() < 0.6) {
      const event = { atMs: Math.floor(random() * 12), value: step };
      queue.add(event.atMs, event.value);
      waiting.push(event);
    } else {
      waiting = waiting.toSorted((a, b) => a.atMs - b.atMs || a.value - b.value);
      const next = waiting.shift();
      expect(queue.take()?.value).toBe(next?.value);
    }
  }
  const rest = waiting.toSorted((a, b) => a.atMs - b.atMs || a.value - b.value);
  expect(queue.takeUntil(1e9)).toEqual(rest.map(({ value }) => value));
  expect(queue.takeUntil(1e9)).toEqual([]);
});

test('an event carries its time; nothing is taken before it is due', () => {
  const queue = new EventQueue<string>();
  queue.add(7, 'a');
  expect(queue.takeUntil(6.9)).toEqual([]);
  expect(queue.take()).toMatchObject({ atMs: 7, value: 'a' });
  expect(queue.take()).toBeNull();
});
