// The trace event format that Perfetto and Chrome's tracing page open, in the part of it that both read alike: complete
// slices, metadata, counters and flows. Slices of one thread nest or are apart, never cross: both drop what crosses.
// Times are microseconds. The format: "Trace Event Format", Google, 2016.

/** A row of a trace. */
export interface Lane {
  readonly pid: number;
  readonly tid: number;
}

export type TraceEvent =
  | ({
      readonly ph: 'X';
      readonly name: string;
      readonly cat: string;
      readonly ts: number;
      readonly dur: number;
      readonly args?: Readonly<Record<string, string | number | boolean>>;
    } & Lane)
  | {
      readonly ph: 'C';
      readonly name: string;
      readonly pid: number;
      readonly ts: number;
      readonly args: { tasks: number };
    }
  | ({ readonly ph: 's'; readonly name: string; readonly cat: string; readonly id: number; readonly ts: number } & Lane)
  | ({
      readonly ph: 'f';
      /** Ends at the slice around it, not at the next one. */
      readonly bp: 'e';
      readonly name: string;
      readonly cat: string;
      readonly id: number;
      readonly ts: number;
    } & Lane)
  | {
      readonly ph: 'M';
      readonly name: 'process_name' | 'thread_name';
      readonly pid: number;
      readonly tid?: number;
      readonly args: { readonly name: string };
    }
  | {
      readonly ph: 'M';
      readonly name: 'process_sort_index' | 'thread_sort_index';
      readonly pid: number;
      readonly tid?: number;
      readonly args: { readonly sort_index: number };
    };

/** A process by its name, in its place among the others. */
export function processEvents(pid: number, name: string): TraceEvent[] {
  return [
    { ph: 'M', name: 'process_name', pid, args: { name } },
    { ph: 'M', name: 'process_sort_index', pid, args: { sort_index: pid } },
  ];
}

/** A lane by its name, in its place among the others of its process. */
export function laneEvents({ pid, tid }: Lane, name: string): TraceEvent[] {
  return [
    { ph: 'M', name: 'thread_name', pid, tid, args: { name } },
    { ph: 'M', name: 'thread_sort_index', pid, tid, args: { sort_index: tid } },
  ];
}
