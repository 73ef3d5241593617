import type { Report } from './report.ts';
import type { ReportContext, ReportFile } from './report-context.ts';

type Write = (report: Report, context: ReportContext) => readonly ReportFile[];

const one =
  (name: string, text: (report: Report, context: ReportContext) => string): Write =>
  (report, context) => [{ name, text: text(report, context) }];

const badges = async (): Promise<Write> => {
  const { badgeJson, badgeSvg } = await import('./badge.ts');
  return (report, context) => [
    { name: 'badge.json', text: badgeJson(report, context) },
    { name: 'badge.svg', text: badgeSvg(report, context) },
  ];
};

/** The reporters that write files, each loaded when it is asked for. */
export const fileReporters: Readonly<Record<string, () => Promise<Write>>> = {
  json: async () => one('results.json', (await import('./json.ts')).resultsText),
  junit: async () => one('junit.xml', (await import('./junit.ts')).junit),
  tap: async () => one('results.tap', (await import('./tap.ts')).tap),
  md: async () => one('summary.md', (await import('./markdown.ts')).markdown),
  html: async () => one('report.html', (await import('./html/page.ts')).html),
  badge: badges,
};
