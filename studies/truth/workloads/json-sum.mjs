// Parses documents of half a megabyte and keeps one number of each.

const order = (item, seed) => ({
  id: item + seed,
  name: `order ${item}`,
  tags: ['paid', `day ${item % 31}`],
  price: item / 8,
});

export default {
  title: 'Sum up ten documents',
  question: 'Is a worker worth it?',
  explanation: 'The text travels to the worker; only a number comes back.',
  taskCount: 10,
  inputs: (taskCount) =>
    Array.from({ length: taskCount }, (_, seed) =>
      JSON.stringify(Array.from({ length: 6_000 }, (_, item) => order(item, seed))),
    ),
  cpu: (text) => JSON.parse(text).reduce((sum, { id, price, tags }) => sum + id + price + tags.length, 0),
};
