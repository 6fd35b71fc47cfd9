// What the runner and the process that loads a config file say to each other over IPC: one file asked for, one answer.

export interface ConfigRequest {
  readonly id: string;
  readonly url: string;
}

/** What the file says, unchecked, or why it says nothing: the parts of a `BenchError`. */
export type ConfigReply =
  | { readonly id: string; readonly config: object }
  | {
      readonly id: string;
      readonly refused: {
        readonly code: 'CONFIG_LOAD' | 'CONFIG_INVALID';
        readonly message: string;
        readonly hint: string;
      };
    };
