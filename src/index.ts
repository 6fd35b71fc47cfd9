// What `overlap-bench` is to whoever imports it: the words of a scenario file, and the doors for programs. A scenario file
// loads it in every arm and every worker, so that nothing here may load more than the words.

export * from './authoring.ts';
