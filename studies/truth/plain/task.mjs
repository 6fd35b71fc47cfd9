// The whole task of a scenario as a plain function, with a client of its own where the scenario asks for pages.

import { Agent, request } from 'undici';

export function taskOf({ io, cpu }, origin) {
  if (!io) return cpu;
  const dispatcher = new Agent({ keepAliveTimeout: 600_000 });
  const tools = {
    async get(path) {
      const { statusCode, body } = await request(origin + path, { dispatcher });
      const bytes = new Uint8Array(await body.arrayBuffer());
      if (statusCode !== 200) throw new Error(`GET ${path} answered ${statusCode}`);
      return { bytes };
    },
  };
  return cpu ? async (input) => cpu(await io(input, tools)) : (input) => io(input, tools);
}
