import { describe, expect, test } from 'vitest';
import { type TensorData, unsupported } from '../adapter/contract.ts';
import { alone, change, lib, of, plain, raise, stumble, wrongs } from './sample.ts';

describe('what only shows in use', () => {
  test('an array or a buffer that tensor keeps', async () => {
    await alone(lib({ tensor: (given: TensorData) => ({ ...given }) }), 'tensor copies', /when the array did/);
    const keeps = ({ data, ...rest }: TensorData) => ({ ...rest, data: Array.isArray(data) ? [...data] : data });
    await alone(lib({ tensor: keeps }), 'tensor copies', /when the typed array did/);
  });

  test('a read that consumes, by raising or by emptying', async () => {
    const once = new Set<TensorData>();
    const read = (t: TensorData) => (once.has(t) ? raise('was disposed')() : once.add(t) && plain.read(t));
    await alone(lib({ read }), 'a tensor can be read twice', /read, called a second time, raised: was disposed/);
    const emptied = (t: TensorData) => {
      const seen = plain.read(t);
      change(
        t,
        Array.from(t.data, () => 0),
      );
      return seen;
    };
    await alone(
      lib({ read: emptied }),
      'a tensor can be read twice',
      /second read gave \[0, 0, 0\].* must not consume/,
    );
  });

  test('memory of the library that read gives away', async () => {
    const memory = lib({
      read: (t: TensorData) => t,
      dispose: (t: TensorData) => change(t, [9, 9, 9]),
    });
    await alone(memory, 'a tensor can be read twice', /what read gave has changed to \[9, 9, 9\] since \| copy/);
  });

  test('elements by columns', async () => {
    const turn = (data: ArrayLike<unknown>, [rows = 1, columns = 1]: readonly number[]) =>
      Array.from(data, (_, i) => data[(i % columns) * rows + Math.floor(i / columns)]);
    const wrap = (t: TensorData): TensorData =>
      t.shape.length === 2 ? ({ ...t, data: turn(t.data, t.shape) } as TensorData) : t;
    const back = (t: TensorData): TensorData =>
      t.shape.length === 2 ? ({ ...t, data: turn(t.data, [...t.shape].reverse()) } as TensorData) : t;
    const columns = lib({
      tensor: (given: TensorData) => wrap(plain.tensor(given)),
      read: (t: TensorData) => back(plain.read(t) as TensorData),
      ops: {
        mean: raise('no mean'),
        getitem: (x: TensorData, { index: [i] }: { index: number[] }) => ({
          ...{ dtype: x.dtype, shape: x.shape.slice(1) },
          data: Array.from(x.data).slice(i! * x.shape[1]!, (i! + 1) * x.shape[1]!),
        }),
      },
    });
    await alone(
      columns,
      'elements lie in row-major',
      /ops\.getitem of rows .* gave \[2, 4, 6\].* \| data is row-major/,
    );
  });

  test('an op that writes to its operand', async () => {
    const neg = (x: TensorData) =>
      change(
        x,
        Array.from(x.data, (v) => -Number(v)),
      );
    await alone(
      lib({ ops: { neg } }),
      'ops answer',
      /ops\.neg\(x\) changed its operand from \[1, 2, 3\] to \[-1, -2, -3\]/,
    );
  });

  test('all ops that do', async () => {
    const writes = (x: TensorData) => change(x, [0, 0, 0]);
    const [line] = await wrongs(lib({ ops: { neg: writes, abs: writes, add: writes } }));
    expect(line!.match(/ops\.\w+(?=\([x, ]+\) changed)/g)).toEqual(['ops.neg', 'ops.abs', 'ops.add']);
  });

  test('an op that consumes its operand', async () => {
    const gone = new Set<TensorData>();
    const consuming = lib({
      read: (t: TensorData) => (gone.has(t) ? raise('freed')() : plain.read(t)),
      ops: { add: (x: TensorData) => gone.add(x) && { ...x } },
    });
    await alone(
      consuming,
      'ops answer',
      /after ops\.add\(x, x\) its operand cannot be read: freed \| the library consumes/,
    );
  });

  test('an op that calls what is not there, or that gives nothing', async () => {
    const stumble = (x: TensorData & { negate: () => TensorData }) => x.negate();
    await alone(lib({ ops: { neg: stumble } }), 'ops answer', /ops\.neg\(x\) stumbles: x\.negate is not a function/);
    await alone(lib({ ops: { neg: () => undefined } }), 'ops answer', /ops\.neg\(x\): neg must return a tensor/);
  });

  test('a library that raises or differs is not the adapter', async () => {
    expect(
      await wrongs(lib({ ops: { neg: raise('not for this'), abs: (x: TensorData) => ({ ...x, data: [7, 7, 7] }) } })),
    ).toEqual([]);
  });

  test('a library that stumbles itself is not the adapter, and its place is told', async () => {
    const own = import.meta.filename;
    const stumbles = lib({ ops: { clone: plain.tensor, neg: (x: { negate: () => TensorData }) => x.negate() } });
    const within = lib({ ops: { clone: plain.tensor, neg: (x: TensorData) => stumble(x as never) } });
    expect((await wrongs(stumbles, 200, own))[0]).toMatch(/ops\.neg\(x\) stumbles: x\.negate is not a function/);
    expect(await wrongs(within, 200, own)).toEqual([]);
    expect((await of(within, 200, own)).find((line) => line.startsWith('ok ops answer'))).toMatch(
      /\+ ops\.neg\(x\) stumbles within the library, at sample\.ts:\d+: t\.negate is not a function$/,
    );
  });

  test.each([
    ['T', {}, (x: TensorData) => ({ ...x, shape: [3, 2], data: [1, 4, 2, 5, 3, 6] })],
    ['matmul', {}, (x: TensorData) => ({ ...x, shape: [2], data: [1, 4] })],
    ['sum', {}, (x: TensorData, { dim }: { dim: number }) => ({ ...x, shape: [3], data: [5, 7, 9 + dim] })],
  ])('the order of elements by %s', async (name, _, run) => {
    expect((await of(lib({ ops: { [name]: run } }))).find((line) => line.includes('row-major'))).toBe(
      'ok elements lie in row-major order',
    );
  });

  test('what told nothing of the order, and why', async () => {
    const lacks = lib({ ops: { sum: () => unsupported('axes'), T: raise('no') } });
    expect((await of(lacks)).find((line) => line.includes('row-major'))).toMatch(
      /^– \(none of the ops told: sum: axes is unsupported; T gave no tensor\)/,
    );
  });

  test('a scope that forgets its result, or frees too early', async () => {
    await alone(lib({ scope: async (run: () => unknown) => void (await run()) }), 'scope', /scope gave undefined/);
    let open = true;
    const early = lib({
      read: (t: TensorData) => (open ? plain.read(t) : raise('freed')()),
      scope: async (run: () => Promise<unknown>) => {
        const result = run();
        open = false;
        return result.finally(() => {
          open = true;
        });
      },
    });
    await alone(early, 'scope', /read, inside scope and after a wait, raised: freed/);
  });
});
