// The service of orders-service: keeps orders in memory, a few milliseconds away, and takes nothing but JSON of its shop.

import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const STORE_MS = 8;
const MOST_KEPT = 1_000;
const orders = new Map<number, unknown>();
let lastId = 0;

const server = createServer(async (request, response) => {
  const reply = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const { method, url = '/', headers } = request;
  if (method === 'POST' && url === '/orders') {
    if (headers['x-shop'] !== 'example') return reply(403, { error: 'x-shop: expected example' });
    const order = await json(request).catch(() => undefined);
    if (order === undefined) return reply(400, { error: 'the body is no JSON' });
    await sleep(STORE_MS);
    lastId += 1;
    orders.set(lastId, order);
    orders.delete(lastId - MOST_KEPT);
    return reply(201, { id: lastId });
  }
  const id = Number(/^\/orders\/(\d+)$/.exec(url)?.[1]);
  await sleep(STORE_MS);
  return orders.has(id) ? reply(200, { id, order: orders.get(id) }) : reply(404, { error: `no order at ${url}` });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
