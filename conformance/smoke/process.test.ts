import { afterEach, expect, test } from 'vitest';
import { processOf } from '../faults/processes.ts';
import type { Implementation } from '../run/implementation.ts';
import { startProcess } from '../stdio/process.ts';
import { smokeProcess } from './process.ts';

let implementation: Implementation | undefined;
afterEach(() => implementation?.close());

/** A process in JavaScript that adds and negates float32; what it starts with, and what replaces a part of it. */
const sound = {
  start: "{ name: 'tiny', ops: { neg: [], add: [], T: [] } }",
  make: '(given) => ({ dtype: given.dtype, shape: given.shape, data: [given.data].flat(9) })',
  dtypes: "['float32']",
  neg: '(x) => ({ ...x, data: x.data.map((v) => -v) })',
  refuse: "throw new Error('unlike shapes')",
};
const process = (over: Partial<typeof sound> = {}): string => {
  const { start, make, dtypes, neg, refuse } = { ...sound, ...over };
  return processOf(`
    if (m.start) return say(${start});
    if (!m.run) process.exit(0);
    const { inputs, ops, observe } = m.run;
    for (const { dtype } of Object.values(inputs))
      if (!(${dtypes}).includes(dtype)) return say({ unsupported: { what: 'dtype ' + dtype } });
    const names = Object.fromEntries(Object.entries(inputs).map(([name, given]) => [name, (${make})(given)]));
    const add = (a, b) => {
      if (String(a.shape) !== String(b.shape)) ${refuse};
      return { ...a, data: a.data.map((v, i) => v + b.data[i]) };
    };
    const T = (x) => ({ ...x, shape: [3, 2], data: [0, 3, 1, 4, 2, 5].map((i) => x.data[i]) });
    try {
      for (const { op, in: operands, out } of ops)
        names[out] = ({ neg: ${neg}, add, T })[op](...operands.map((name) => names[name]));
    } catch (error) {
      return say({ threw: { op: [0], message: error.message } });
    }
    say({ result: Object.fromEntries(observe.map(({ name }) => [name, names[name]])) });`);
};
const smoked = async (over?: Partial<typeof sound>): Promise<string[]> => {
  implementation = await startProcess(process(over));
  const checks = await smokeProcess(implementation);
  return checks.map(({ name, ending }) => {
    if (ending.status === 'right') return ['ok', name, ...ending.notes].join(' | ');
    if (ending.status === 'not checked') return `– ${name} | ${ending.why}`;
    return ['WRONG', name, ...ending.faults.flatMap(({ wrong, mend }) => [wrong, mend])].join(' | ');
  });
};

test('a sound process is right in what it has', async () => {
  expect(await smoked()).toEqual([
    'ok | tensors of every dtype come back as they were sent | unsupported: bool, uint8, int8, int16, int32, int64, float16, bfloat16, float64',
    'ok | shapes come back: 2-d, 3-d, 0-d and without elements',
    'ok | an op or an option that it does not know is unsupported',
    'ok | an error of the library is told with its op, and the process goes on',
    'ok | elements lie in row-major order',
    'ok | ops answer, and leave their operands as they were',
    '– gradients of x·x reach x | backward of x+x at 3: op backward is unsupported; backward of x+x at [3, 4] with the gradient [3, 4]: op detach is unsupported',
  ]);
});

test.each<[string, Partial<typeof sound>, RegExp]>([
  [
    'an option that is ignored',
    { start: "{ name: 'tiny' }" },
    /^WRONG \| an op or an option .* the option no_such_option of neg ended as result, .* name the options of each op under "ops"/,
  ],
  [
    'nested data that is not flattened',
    { make: '(given) => ({ ...given, data: [given.data].flat() })' },
    /^WRONG \| shapes come back.* a float32 of shape \[2, 3\].* \| /,
  ],
  [
    'a dtype that another stands in for unsaid',
    { dtypes: "['float32', 'float64']", make: "(g) => ({ dtype: 'float32', shape: g.shape, data: [g.data].flat(9) })" },
    /^WRONG \| tensors of every dtype .* a float64 of shape \[4\] comes back as float32 \| answer unsupported/,
  ],
  [
    'elements by columns',
    {
      make: '(g) => ({ dtype: g.dtype, shape: g.shape, data: g.shape.length === 2 ? [0, 2, 4, 1, 3, 5].map((i) => [g.data].flat(9)[i]) : [g.data].flat(9) })',
    },
    /^WRONG \| shapes come back/,
  ],
  [
    'an op that writes to its operand',
    { neg: '(x) => { x.data.forEach((v, i) => { x.data[i] = -v; }); return x; }' },
    /^WRONG \| ops answer.* \| neg\(x\) changed its operand from \[1, 2, 3\] to \[-1, -2, -3\]/,
  ],
  [
    'an error that ends the process',
    { refuse: 'process.exit(7)' },
    /^WRONG \| an error of the library.* ended as crash: .*exit 7/,
  ],
])('%s is told, with how to mend it', async (_, over, line) => {
  expect((await smoked(over)).find((one) => one.startsWith('WRONG'))).toMatch(line);
});
