// Every child of the runner leads a process group of its own, so that what a scenario started goes with it.

/** Ends a process and everything in its group; one that has left already is no error. */
export function killGroup(pid: number): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
      return;
    } catch {
      // Nobody is left, or this system knows no groups.
    }
  }
}
