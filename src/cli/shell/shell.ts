// The world as a command sees it: two streams, the keyboard, the environment, and Ctrl-C. main.ts connects it to the process, tests
// connect it to lists of text; nothing else in cli/ touches the process.

import { visibleText } from '../../visible-text.ts';

/** Somewhere to write to, and what is known of it. */
export interface Terminal {
  readonly isTTY: boolean;
  /** Width in characters; undefined where it has none. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** Lines that somebody types. */
export interface Keyboard {
  readonly isTTY: boolean;
  /** Reads on; `close` lets the program end. */
  open(): {
    /** The next line, without its end; null once there are no more. Rejects when the signal aborts. */
    nextLine(signal: AbortSignal): Promise<string | null>;
    close(): void;
  };
}

export interface Shell {
  readonly stdin: Keyboard;
  /** For results, and nothing else. */
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A signal that aborts on Ctrl-C; from the first call on, Ctrl-C no longer ends the program at once. */
  interrupted(): AbortSignal;
}

/** Says something on stderr. The only way for messages, since they quote files, flags and other people's errors. */
export function say(shell: Shell, text: string): void {
  shell.stderr.write(`${visibleText(text)}\n`);
}
