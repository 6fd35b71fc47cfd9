// The published types have to hold in a project that has neither the types of Node nor those of browsers, where nobody says what
// a URL is. Where somebody does, this adds nothing to it.

declare global {
  interface URL {
    href: string;
  }
}

/** Address of a file, with `file:`. */
export type FileUrl = URL;
