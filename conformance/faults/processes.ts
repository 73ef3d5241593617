/** Processes that speak the line protocol, or nearly so, as commands. */

/** A process in a few lines of JavaScript: `body` sees each message as `m`, and `say` writes a reply to it. */
export const processOf = (body: string): string => {
  const script = `
    const say = (o, id = m.id) => console.log(JSON.stringify({ id, ...o }));
    let m;
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => { m = JSON.parse(line); ${body} });`;
  const word = JSON.stringify(script.replaceAll('\n', ' ')).replaceAll('$', '\\$').replaceAll('`', '\\`');
  return `${JSON.stringify(process.execPath)} -e ${word}`;
};

/** Introduces itself and ends as it should; `run` sees what it is asked as `m.run`. */
export const polite = (run: string): string =>
  processOf(`
    if (m.start) return say({ name: 'fake', version: '9', features: ['errors.exact'] });
    if (m.stop) return process.exit(0);
    ${run}`);

/** Gives the first input for everything that is to be observed. */
const ECHO = `
  const [x] = Object.values(m.run.inputs);
  const seen = { dtype: x?.dtype ?? 'float32', shape: x?.shape ?? [], data: x ? [x.data].flat(9) : [0] };
  say({ result: Object.fromEntries(m.run.observe.map(({ name }) => [name, seen])) });`;

/** Does something else when a case uses `abs`, and echoes otherwise. */
const atAbs = (harm: string): string =>
  polite(`if (m.run.ops.some(({ op }) => op === 'abs')) { ${harm} } else { ${ECHO} }`);

type Name =
  | 'echo'
  | 'constant'
  | 'null'
  | 'alwaysThrows'
  | 'hangs'
  | 'silent'
  | 'exits'
  | 'complains'
  | 'chatty'
  | 'wrongId'
  | 'wrongReply'
  | 'warns'
  | 'deep'
  | 'blankLines'
  | 'doubled'
  | 'oddDtypes';

export const processes: Readonly<Record<Name, string>> = {
  echo: polite(ECHO),
  constant: polite(`
    const seen = { dtype: 'float32', shape: [], data: [42] };
    say({ result: Object.fromEntries(m.run.observe.map(({ name }) => [name, seen])) });`),
  null: polite(`say({ result: Object.fromEntries(m.run.observe.map(({ name }) => [name, { null: true }])) });`),
  alwaysThrows: polite(`say({ threw: { op: [0], kind: 'invalid_argument', message: 'no' } });`),
  hangs: atAbs('for (;;);'),
  silent: atAbs(''),
  exits: atAbs('process.exit(0);'),
  complains: atAbs("process.stderr.write('the backend went away\\n', () => process.exit(1));"),
  chatty: atAbs("console.log('computing abs');"),
  wrongId: atAbs('say({ result: {} }, 77);'),
  wrongReply: atAbs('say({ result: 1 });'),
  deep: atAbs(`
    const nested = '['.repeat(1e5) + ']'.repeat(1e5);
    console.log('{"id":' + m.id + ',"result":{"y":{"value":' + nested + '}}}');`),
  blankLines: polite(`console.log('\\n'); ${ECHO} console.log('');`),
  doubled: polite(`{ ${ECHO} } { ${ECHO} }`),
  oddDtypes: polite(`
    const { shape, data } = Object.values(m.run.inputs)[0] ?? { shape: [], data: [0] };
    const seen = { dtype: m.id % 2 ? 'int64' : 'float33', shape, data: [data].flat(9).map(() => 1.5) };
    say({ result: Object.fromEntries(m.run.observe.map(({ name }) => [name, seen])) });`),
  warns: atAbs(`process.stderr.write('a warning\\n', () => { ${ECHO} });`),
};
