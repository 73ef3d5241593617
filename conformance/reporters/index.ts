export { fileReporters } from './files.ts';
export { annotations, resumeCommands, stopCommands } from './github.ts';
export { type Results, results, resultsText } from './json.ts';
export { type Pretty, type PrettyOptions, pretty, type Screen } from './pretty.ts';
export {
  type Environment,
  failsRun,
  type Report,
  type Run,
  showsNothing,
  type Totals,
  totalsOf,
  unexpected,
} from './report.ts';
export type { Place, ReportContext, ReportFile } from './report-context.ts';
