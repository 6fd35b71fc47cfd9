// Addresses of process and worker entries beside the running file: `.ts` in the repository, `.js` in the published package, since
// Node strips no types under node_modules.

/** The entry named by a path without extension, relative to the caller. */
export function entryUrl(pathWithoutExtension: string, callerUrl: string): string {
  return new URL(`${pathWithoutExtension}${callerUrl.slice(callerUrl.lastIndexOf('.'))}`, callerUrl).href;
}
