// A saved result as Markdown, for a pull request or a job's summary.
//
//   node summary.ts result.json > summary.md

import { readDocument, renderReport } from 'overlap-bench';

const document = await readDocument(process.argv[2] ?? 'result.json');
process.stdout.write(await renderReport(document, { format: 'markdown' }));
