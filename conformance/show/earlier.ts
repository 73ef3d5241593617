import { stepAt } from '../judge/raised.ts';
import type { Case, Expected } from '../values/case.ts';
import { release } from '../versions/index.ts';
import { expectedLines } from './expected.ts';

const raised = (c: Case, { error }: Expected): string[] => {
  if (error === undefined) return c.expected.error === undefined ? [] : ['no error'];
  const place = [error.op].flat();
  return [`${error.kind} from ${stepAt(c.ops, place)?.op ?? `op ${place.join('.')}`}`];
};

const saysOf = (c: Case, expected: Expected): string[] => {
  const names = Object.entries(expected.names).flatMap(([name, expectation]) => {
    const lines = expectedLines(expectation);
    return lines.length === 1 ? [`${name} = ${lines[0]}`] : [`${name} =`, ...lines];
  });
  const ways = (expected.either ?? []).flatMap((other, i) => [...(i === 0 ? [] : ['or']), ...saysOf(c, other)]);
  return [...raised(c, expected), ...names, ...ways];
};

/** What older versions of PyTorch gave instead, in lines: `until 2.6: x = int64 [3] [-1,0,1]`. */
export const earlierLines = (c: Case): string[] =>
  c.earlier.flatMap(({ until, expected }) => {
    const [first = '', ...rest] = saysOf(c, expected);
    return [`until ${release(until)}: ${first}`, ...rest.map((line) => `  ${line}`)];
  });
