import type { Report } from './report.ts';
import type { ReportFile, Telling } from './telling.ts';

type Write = (report: Report, telling: Telling) => readonly ReportFile[];

const one =
  (name: string, text: (report: Report, telling: Telling) => string): Write =>
  (report, telling) => [{ name, text: text(report, telling) }];

const badges = async (): Promise<Write> => {
  const { badgeJson, badgeSvg } = await import('./badge.ts');
  return (report, telling) => [
    { name: 'badge.json', text: badgeJson(report, telling) },
    { name: 'badge.svg', text: badgeSvg(report, telling) },
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
