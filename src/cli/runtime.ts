// The published package does not bring its own Node, and an old one fails in ways that say nothing.

/** What to tell the user of a Node that is too old, such as `18.20.4` where `>=22.19` is needed; null for a good one. */
export function runtimeComplaint(version: string, needed: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [, leastMajor = 0, leastMinor = 0] = /(\d+)\.(\d+)/.exec(needed)?.map(Number) ?? [];
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return null;
  return `error: overlap needs Node ${needed}, this is ${version}\nInstall a newer Node.\n`;
}
