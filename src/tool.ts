// Name and version of this tool, as results record them.

import packageFile from 'overlap-bench/package.json' with { type: 'json' };

export const TOOL = { name: packageFile.name, version: packageFile.version };
/** Oldest Node that can run it, such as `>=22.19`. */
export const LEAST_NODE = packageFile.engines.node;
