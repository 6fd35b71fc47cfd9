// Twenty pages of the fixture server, ten milliseconds away.

export default {
  title: 'Twenty pages',
  question: 'One by one, or all at once?',
  explanation: 'A request waits for the other side; one thread can wait for twenty of them.',
  taskCount: 20,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  io: async (page, { get }) => (await get(`/pages/${page}?delay=10`)).bytes.byteLength,
};
