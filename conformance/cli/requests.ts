import { requestOf } from '../run/request.ts';
import { withControls } from '../run/run-cases.ts';
import { requestLine } from '../stdio/request-line.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit } from './failure.ts';
import type { Terminal } from './terminal.ts';

/**
 * `tconf requests [patterns…]`: the lines that a process would be sent, `start` and `stop` included, with each case's id
 * as the line's. `harness < requests.jsonl > responses.jsonl` may run anywhere; `tconf judge` reads what it wrote.
 */
export const requestsCommand = async (
  patterns: readonly string[],
  { fixtures }: { readonly fixtures?: string },
  terminal: Terminal,
): Promise<Exit> => {
  const { suite, cases } = chosenCases(patterns, fixtures);
  const line = (message: object) => terminal.out(`${JSON.stringify(message)}\n`);
  line({ id: 'start', start: { protocol: 1 } });
  for (const one of withControls(cases, suite.cases)) terminal.out(`${requestLine(one.id, requestOf(one))}\n`);
  line({ id: 'stop', stop: true });
  return EXIT.ok;
};
