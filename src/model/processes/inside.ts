// A process that the runner started knows it, and so does all that it starts: a scenario file that measured itself on
// import would otherwise be imported by what it starts, and so on without end.

/** Set in the environment of every process that runs scenarios. */
export const INSIDE_VARIABLE = 'OVERLAP_BENCH_INSIDE';
