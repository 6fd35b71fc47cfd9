// A server of somebody's own, for tests: what it does beside answering is asked for in its arguments. It tells its process
// id, and those of what it started, at /pids.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const wishes = new Set(process.argv.slice(2));
const pids = [process.pid];
if (wishes.has('grandchild')) {
  pids.push(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }).pid);
}
if (wishes.has('deaf')) process.on('SIGTERM', () => {});
if (wishes.has('loud'))
  process.stdout.write('a line of seventy characters that says nothing at all, many times over\n'.repeat(100_000));

let count = 0;
let underWay = 0;
let mostAtOnce = 0;
const server = createServer((request, response) => {
  if (request.method === 'HEAD') return void response.end();
  if (request.url === '/pids') return void response.end(pids.join(' '));
  if (request.url === '/counts') return void response.end(JSON.stringify({ count, mostAtOnce }));
  if (request.url === '/moved') return void response.writeHead(302, { location: 'http://elsewhere.invalid/x' }).end();
  count += 1;
  underWay += 1;
  mostAtOnce = Math.max(mostAtOnce, underWay);
  if (wishes.has('dies') && count > 20) {
    console.error('out of cheese');
    process.exit(9);
  }
  setTimeout(() => {
    underWay -= 1;
    // A header of this name means something else here.
    response.writeHead(200, { 'server-timing': 'cpu;dur=999, received;dur=5' }).end(`page ${request.url}`);
  }, 5);
});
server.listen(Number(process.env.PORT), wishes.has('v6') ? '::1' : '127.0.0.1');
