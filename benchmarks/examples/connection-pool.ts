// A client with four connections, opened in `setup` and shared by all tasks of its thread.
// Run it: npm run bench -- connection-pool

import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Ask through a pool of four connections',
  question: 'Promise.all starts every task at once, the client has four connections. Which of the two sets the pace?',
  explanation:
    'A request waits in the client until a connection is free, where no server sees it: more tasks under way make that ' +
    'queue longer and nothing faster. Each worker thread has a client, and so connections, of its own.',
  tags: ['example'],
  taskCount: 16,
  concurrency: 4,
  parameters: { connections: 4 },
  setup: ({ parameters }) => new Agent({ keepAlive: true, maxSockets: parameters.connections }),
  teardown: (agent) => agent.destroy(),
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  async io(index, { context: agent, origin, signal }) {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${origin}/delay/10`, { agent, signal }, resolve).on('error', reject);
    });
    const body = await buffer(answer);
    return answer.statusCode === 200 && body.length > 0 ? index : null;
  },
  check: (indices) => indices.every((index, place) => index === place),
});
