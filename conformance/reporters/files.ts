import type { Report } from './report.ts';
import type { ReportFile, Telling } from './telling.ts';

type Write = (report: Report, telling: Telling) => readonly ReportFile[];

const one =
  (name: string, text: (report: Report, telling: Telling) => string): Write =>
  (report, telling) => [{ name, text: text(report, telling) }];

/** The reporters that write files, each loaded when it is asked for. */
export const fileReporters: Readonly<Record<string, () => Promise<Write>>> = {
  json: async () => one('results.json', (await import('./json.ts')).resultsText),
};
