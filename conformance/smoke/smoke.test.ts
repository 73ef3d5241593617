import { describe, expect, test } from 'vitest';
import { unsupported } from '../adapter/contract.ts';
import reference from '../adapters/reference/index.ts';
import { Fake, functional, tape } from '../evaluate/fake/fake-library.ts';
import { making, mapped, of, taped, wrongs } from './sample.ts';

describe('a sound adapter', () => {
  test('is right in everything that it has', async () => {
    expect(await of(reference)).toEqual([
      'ok it declares what the suite knows',
      'ok tensors of every declared dtype come back as they were made',
      'ok shapes come back: 2-d, 3-d, 0-d and without elements',
      'ok tensor copies the data that it is given',
      'ok a tensor can be read twice, and what was read stays',
      '– (the adapter has no scope) scope gives what it runs, and keeps tensors until then',
      'ok elements lie in row-major order',
      'ok ops answer, and leave their operands as they were',
      'ok gradients of x·x reach x',
      'ok the tape: noGrad, requiresGrad, grad and zeroGrad',
    ]);
    for (const adapter of [functional, tape]) expect(await wrongs(adapter)).toEqual([]);
  });

  test('may be asynchronous, and may have a scope and dispose of its tensors', async () => {
    const waits = {
      init: async () => {},
      read: async (t: Fake) => functional.read(t),
      scope: async (run: () => Promise<unknown>) => await run(),
      dispose: () => {},
      ops: {
        ...functional.ops,
        neg: async (x: Fake) =>
          new Fake(
            [...x.data].map((v) => -v),
            x.shape,
            x.dtype,
          ),
      },
    };
    const lines = await of(mapped(waits));
    expect(lines.filter((line) => line.startsWith('WRONG'))).toEqual([]);
    expect(lines).toContain('ok scope gives what it runs, and keeps tensors until then');
  });

  test('is said to do more than call the library where it says so itself', async () => {
    const lines = await of(mapped({ adapted: { sum: 'flattens' }, composed: { std: () => 0 } }));
    expect(lines[0]).toContain("adapted, and counted apart from the library's plain calls: sum");
    expect(lines[0]).toContain("composed, and counted apart from the library's plain calls: std");
  });

  test('may say what its library lacks', async () => {
    const small = making((given) => (given.shape.length === 0 ? unsupported('0-d tensors') : functional.tensor(given)));
    const lines = await of(small);
    expect(lines.filter((line) => line.startsWith('WRONG'))).toEqual([]);
    expect(lines).toContain(
      'ok shapes come back: 2-d, 3-d, 0-d and without elements + tensor has a float32 of shape [] as unsupported: 0-d tensors',
    );
    expect(await wrongs(mapped({ dtypes: { int32: true } }))).toEqual([]);
    expect(await wrongs(taped({ dtypes: { bool: true } }))).toEqual([]);
    const lacking = mapped({ autograd: { kind: 'functional', vjp: () => unsupported('autograd') } });
    expect((await of(lacking)).find((line) => line.endsWith('gradients of x·x reach x'))).toMatch(
      /^– \(backward of x·x at 3: autograd is unsupported; backward of x·x at \[3, 4\] .*: autograd is unsupported\)/,
    );
  });

  test('is told of a shape of three axes that comes back wrong where 0-d is unsupported', async () => {
    const flat = making((given) => {
      if (given.shape.length === 0) return unsupported('0-d tensors');
      return functional.tensor(given.shape.length === 3 ? { ...given, shape: [given.data.length] } : given);
    });
    expect((await wrongs(flat))[0]).toMatch(/the shape \[2, 1, 3\] reads back as \[6\]/);
  });

  test('may have next to nothing', async () => {
    const { autograd: _, ...bare } = mapped({ ops: { shape: (x: Fake) => x.shape } }) as { autograd: unknown };
    const lines = await of(bare);
    expect(lines.filter((line) => line.startsWith('ok'))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith('–'))).toHaveLength(5);
    expect((await of({ ...bare, dtypes: {} })).filter((line) => line.startsWith('–'))).toHaveLength(9);
  });
});
