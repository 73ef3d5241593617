import { suggestion } from '../load/nearest.ts';
import { fileReporters, type Report, type ReportContext, type ReportFile } from '../reporters/index.ts';
import { usage } from './failure.ts';

/** Those that write to the terminal. */
const SCREENS = ['pretty', 'github'];

/** Every reporter, in the order in which the help tells them. */
export const REPORTERS: readonly string[] = ['pretty', ...Object.keys(fileReporters), 'github'];

/** The reporters of a list with commas. An unknown one is a wrong call. */
export const reporterNames = (flag: string): ReadonlySet<string> => {
  const names = flag.split(',').map((name) => name.trim());
  for (const name of names)
    if (!REPORTERS.includes(name))
      throw usage(
        `unknown reporter ${JSON.stringify(name)}; expected ${REPORTERS.join(', ')}${suggestion(name, REPORTERS)}`,
      );
  return new Set(names);
};

/** Whether some reporter writes a file. */
export const writesFiles = (names: ReadonlySet<string>): boolean => [...names].some((name) => !SCREENS.includes(name));

/** The files of all reporters that are named. */
export const reportFiles = async (
  names: ReadonlySet<string>,
  report: Report,
  context: ReportContext,
): Promise<readonly ReportFile[]> => {
  const files: ReportFile[] = [];
  for (const name of names) files.push(...((await fileReporters[name]?.())?.(report, context) ?? []));
  return files;
};
