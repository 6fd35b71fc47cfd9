// The names of what a makespan is made of, as a reader meets them in every format.

/** Every part that a ledger may name. */
export const PART = {
  /** Alone, it takes so long as well. */
  computing: 'computing',
  slower: 'computing slower than alone',
  /** The same work on several threads shares caches, memory and clock speed. */
  sideBySide: 'slower side by side',
  /** The loop sends, receives and checks, one task at a time. */
  handling: 'handling requests one by one',
  loop: 'work on the loop',
  /** The loop had work and was on no processor: a call that waits and blocks it. */
  heldOff: 'loop blocked',
  /** Programs that are not ours had the processor. */
  foreign: 'other programs',
  elsewhere: 'computing on other threads of the process',
  slowest: 'waiting for the slowest',
  oneByOne: 'waiting one after another',
  limit: 'held back by the limit',
  /** One answer after another, where computing them is the server's work. */
  serverComputing: 'waiting for the server to compute',
  server: 'server slower than alone',
  /** A lock, a pool of connections, a quota, the way: nobody whose account we have. */
  outside: 'held up outside',
  handover: 'hand-over to threads',
  handoverToProcesses: 'hand-over to processes',
  /** Workers without an answer to compute on. */
  unfed: 'waiting for answers',
  idleWorkers: 'idle workers',
} as const;
