// The same pages through the client that comes with Node, so that nothing of the suite sees the requests.

const origin = process.env.PAGES_ORIGIN;

export default {
  title: 'Twenty pages, by fetch',
  question: 'One by one, or all at once?',
  explanation: 'A request waits for the other side, whoever makes it.',
  taskCount: 20,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  io: async (page) => (await (await fetch(`${origin}/pages/${page}?delay=10`)).text()).length,
};
