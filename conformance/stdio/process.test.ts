import { describe, expect, test, vi } from 'vitest';
import type { Request } from '../case.ts';
import { startProcess } from './process.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A process in a few lines of JavaScript: `body` sees each message as `m`, and `say` writes a reply to it. */
const node = (body: string): string => {
  const script = `
    const say = (o, id = m.id) => console.log(JSON.stringify({ id, ...o }));
    let m;
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => { m = JSON.parse(line); ${body} });`;
  return `${JSON.stringify(process.execPath)} -e ${JSON.stringify(script.replaceAll('\n', ' ')).replaceAll('$', '\\$').replaceAll('`', '\\`')}`;
};
const hello = `if (m.start) return say({ name: 'fake', version: '9', features: ['errors.exact'] }); if (m.stop) return process.exit(0);`;
const request = (id: string): Request => ({ id, inputs: {}, ops: [{ op: 'T' }], observe: [] });

test('a process says who it is and answers, in whatever order', async () => {
  const implementation = await startProcess(
    node(
      `${hello} setTimeout((mine) => say({ result: { x: { value: mine.run.id } } }, mine.id), m.run.id === 'a' ? 40 : 0, m);`,
    ),
  );
  expect(implementation).toMatchObject({ name: 'fake', version: '9', errors: 'exact' });
  expect(implementation.ahead).toBeGreaterThan(1);
  const order: string[] = [];
  const run = async (id: string) => {
    const outcome = await implementation.run(request(id));
    order.push(id);
    return outcome;
  };
  const outcomes = await Promise.all([run('a'), run('b')]);
  expect(outcomes).toMatchObject(['a', 'b'].map((id) => ({ status: 'result', values: { x: { value: id } } })));
  expect(order).toEqual(['b', 'a']);
  await implementation.close();
  await expect(implementation.run(request('c'))).rejects.toThrow('the process ended');
  await implementation.close();
});

test('what a process promises nothing of is not promised', async () => {
  const implementation = await startProcess(node(`if (m.start) return say({ name: 'bare' }); process.exit(0);`));
  expect(implementation).not.toHaveProperty('errors');
  expect(implementation).not.toHaveProperty('version');
  await implementation.close();
});

describe('a process that does not start', () => {
  test.each<[string, RegExp]>([
    ['exit 3', /^the process ended \(exit 3\)$/],
    [
      'echo first >&2; echo PyTorch is not installed >&2; exit 3',
      /^the process ended \(exit 3\): PyTorch is not installed$/,
    ],
    ['no-such-command-anywhere', /^the process ended \(exit 127\): .*not found/],
    ['kill -9 $$', /^the process ended \(SIGKILL\)$/],
    ['echo hello; cat', /^wrote a line that is no JSON: hello$/],
    [node('say({ unsupported: { what: "start" } })'), /^answered start without a name$/],
  ])('%s', async (command, message) => {
    await expect(startProcess(command)).rejects.toThrow(message);
    await expect(startProcess(command)).rejects.toHaveProperty('name', 'ImplementationFailed');
  });
});

describe('a process that breaks off', () => {
  test.each<[string, RegExp]>([
    ['process.stderr.write("out of memory\\n", () => process.exit(1));', /the process ended \(exit 1\): out of memory/],
    ['say({ result: {} }, 77);', /answered 77, which was not asked/],
    ['say({ result: 1 });', /wrote a reply that breaks the protocol: \/result/],
  ])('%s', async (body, message) => {
    const implementation = await startProcess(node(`${hello} ${body}`));
    const both = await Promise.allSettled([implementation.run(request('a')), implementation.run(request('b'))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(implementation.run(request('c'))).rejects.toThrow(message);
    await implementation.close();
  });
});

test('a process that does not heed stop is killed', async () => {
  const implementation = await startProcess(node(`if (m.start) say({ name: 'deaf' }); setInterval(() => {}, 1000);`));
  const began = performance.now();
  await implementation.close();
  expect(performance.now() - began).toBeLessThan(20_000);
});
