import { describe, expect, test } from 'vitest';
import { Fake, functional } from '../evaluate/fake/fake-library.ts';
import { alone, mapped, never, of, raise, taping, wrongs } from './sample.ts';

describe('gradients', () => {
  const vjp = (change: (grads: readonly Fake[], cotangent: Fake | undefined) => readonly unknown[]): object =>
    mapped({
      autograd: {
        kind: 'functional',
        vjp: (f: never, inputs: never, cotangent: Fake | undefined) => {
          const { vjp: right } = functional.autograd as { vjp: (...args: unknown[]) => readonly Fake[] };
          return change(right(f, inputs, cotangent), cotangent);
        },
      },
    });
  const check = 'gradients of x·x reach x';

  test('that are wrong, at one point or for a gradient that is given', async () => {
    await alone(
      vjp((grads) => grads.map(() => new Fake([1], []))),
      check,
      /x·x at 3 gave x the gradient \[1\], not \[6\] \| vjp\(f/,
    );
    const ignoring = mapped({
      autograd: {
        kind: 'functional',
        vjp: (f: (x: Fake) => Fake, inputs: readonly Fake[]) =>
          (functional.autograd as { vjp: (...args: unknown[]) => readonly Fake[] }).vjp(
            f,
            inputs,
            new Fake(
              inputs[0]!.data.map(() => 1),
              inputs[0]!.shape,
            ),
          ),
      },
    });
    await alone(ignoring, check, /with the gradient \[3, 4\] gave x the gradient \[6, 8\], not \[18, 32\]/);
  });

  test('that are too few, or raise, or never come', async () => {
    await alone(
      vjp(() => []),
      check,
      /vjp must return 1 gradients/,
    );
    await alone(vjp(raise('no graph')), check, /x·x at 3 raised: no graph/);
    await alone(vjp(raise('lib.vjp is not a function')), check, /x·x at 3 stumbles: lib\.vjp is not a function/);
    await alone(taping({ backward: () => {} }), check, /x·x at 3 gave x the gradient null, not \[6\] \| requiresGrad/);
    await alone(taping({ backward: () => never }), check, /has not settled after 200 ms/);
  });

  test('are taken of x+x where there is no product', async () => {
    const { mul: _, ...ops } = functional.ops as Record<string, unknown>;
    expect(await wrongs(mapped({ ops }))).toEqual([]);
    await alone(mapped({ ops, autograd: { kind: 'functional', vjp: () => [] } }), check, /x\+x at 3/);
    const { add: __, ...fewer } = ops;
    expect(await of(mapped({ ops: fewer }))).toContain(`– (ops has neither mul nor add) ${check}`);
  });
});

describe('a tape', () => {
  const check = 'the tape';
  test.each<[string, object, RegExp]>([
    [
      'noGrad that gives nothing',
      { noGrad: (run: () => unknown) => void run() },
      /noGrad gave undefined, not what it ran/,
    ],
    ['grad that is undefined', { grad: (t: Fake) => t.grad ?? undefined }, /grad gave undefined before any backward/],
    ['zeroGrad that raises without a gradient', { zeroGrad: raise('null') }, /zeroGrad raised: null/],
  ])('with a %s', async (_, over, line) => {
    const found = (await wrongs(taping(over))).filter((one) => one.includes(check));
    expect(found).toEqual([expect.stringMatching(line)]);
  });

  test('whose requiresGrad gives nothing', async () => {
    const found = await wrongs(taping({ requiresGrad: () => undefined }));
    expect(found.at(-1)).toMatch(/requiresGrad returned undefined \| return the leaf/);
  });
});
