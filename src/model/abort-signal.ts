// The published types have to hold in a project that has neither the types of Node nor those of browsers, where nobody says what
// an AbortSignal is. Where somebody does, this adds nothing to it.

declare global {
  interface AbortSignal {
    readonly aborted: boolean;
    throwIfAborted(): void;
  }
}

/** Tells a task that nobody waits for it any more. */
export type Signal = AbortSignal;
