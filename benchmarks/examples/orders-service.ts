// A service of one's own in a process of its own, asked with fetch: orders are posted, then read back.
// Run it: npm run bench -- orders-service

import { extname } from 'node:path';
import { defineScenario } from '#bench';

const JSON_BODY = { 'content-type': 'application/json', 'x-shop': 'example' };

export default defineScenario({
  title: 'Place orders and read them back',
  question: 'Two requests a task, to a service that runs beside us. Does it matter how the orders are sent?',
  explanation:
    'The service waits for its own store, and takes orders while others wait; a caller who sends them one by one waits ' +
    'for each in turn. How long the service was at it, nobody but the service could tell.',
  tags: ['example'],
  taskCount: 12,
  service: `node _orders-server${extname(import.meta.filename)}`,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => ({ item: `item ${index}`, count: index + 1 })),
  async io(order, { origin, signal }) {
    const body = JSON.stringify(order);
    const placed = await fetch(`${origin}/orders`, { method: 'POST', headers: JSON_BODY, body, signal });
    if (placed.status !== 201) throw new Error(`the order was answered with ${placed.status}: ${await placed.text()}`);
    const { id } = (await placed.json()) as { id: number };
    const read = await fetch(`${origin}/orders/${id}`, { signal });
    return ((await read.json()) as { order: unknown }).order;
  },
  check: (orders) => orders.every((order, index) => (order as { count: number }).count === index + 1),
});
