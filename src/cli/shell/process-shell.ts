// The shell that is this process.

import { EXIT } from '../../exit-codes.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { keyboard } from './keyboard.ts';
import { type Shell, say, type Terminal } from './shell.ts';

/** Connects a shell to this process. A reader who leaves early changes no exit code; a disk that is full does. */
export function processShell(): Shell {
  const shell: Shell = {
    // Most commands never ask for it, and a stdin that is closed is no matter of theirs.
    get stdin() {
      return keyboard(process.stdin);
    },
    stdout: terminal(process.stdout),
    stderr: terminal(process.stderr),
    env: process.env,
    interrupted: abortOnInterrupt,
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `overlap compare … | head` closes our stdout: what is left to print is dropped, the verdict stands.
    if (error.code === 'EPIPE') return;
    say(shell, `error: cannot write to stdout: ${error.message}\nUse --out FILE, or free some space.`);
    process.exitCode = EXIT.refused;
  });
  // A terminal that was closed cannot be told so.
  process.stderr.on('error', () => {});
  return shell;
}

function terminal(stream: NodeJS.WriteStream): Terminal {
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns || undefined;
    },
    write: (text) => void stream.write(text),
  };
}
