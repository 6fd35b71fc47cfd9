// Two stages: a list, then three details that are asked for together.

export default {
  title: 'Eight lists with three details each',
  question: 'How long does the batch take at the least?',
  explanation: 'The details of one list wait for it; the lists do not wait for each other.',
  taskCount: 8,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, list) => list),
  io: async (list, { get }) => {
    await get('/delay/5');
    const details = await Promise.all([1, 2, 3].map((detail) => get(`/pages/${10 * list + detail}?delay=7`)));
    return details.map(({ bytes }) => bytes.byteLength);
  },
};
