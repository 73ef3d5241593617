import type { Adapter, Later, TensorData } from '../adapter/contract.ts';
import { isUnsupported } from '../evaluate/failure.ts';
import { evaluate } from '../evaluate/index.ts';
import { isPromise } from '../evaluate/task.ts';
import type { Dtype, Request } from '../values/case.ts';
import { isDtype } from '../values/dtypes.ts';
import { messageOf } from '../values/message.ts';
import type { Outcome } from '../values/observation.ts';
import { Broken, NotChecked } from './ending.ts';
import type { Probe } from './probe.ts';
import { dataFault, dtypeFault, shapeFault } from './read-faults.ts';
import { spy } from './spy.ts';
import { frameOf, frameText } from './stack-frame.ts';

type Tensor = NonNullable<unknown>;

/** A probe of an adapter: each call says in words what the adapter does wrong. */
export class AdapterProbe implements Probe {
  readonly kind = 'adapter';
  readonly adapter: Adapter<Tensor>;
  /** Milliseconds that a promise is waited for. */
  private readonly patience: number;
  /** The adapter's own file, if it is known: an error that is raised elsewhere is the library's. */
  private readonly file: string | undefined;
  private readonly watched: Adapter<Tensor>;
  /** What the library or the adapter raised last. */
  private raised: unknown;

  constructor(adapter: Adapter<never>, patience: number, file?: string) {
    this.adapter = adapter as unknown as Adapter<Tensor>;
    this.patience = patience;
    this.file = file;
    this.watched = spy(this.adapter, (error) => {
      this.raised = error;
    });
  }

  has(op: string): boolean {
    return Object.hasOwn(this.adapter.ops, op) || Object.hasOwn(this.adapter.composed ?? {}, op);
  }

  get differentiates(): Probe['differentiates'] {
    return this.adapter.autograd?.kind;
  }

  run(request: Request): Promise<Outcome> {
    this.raised = undefined;
    return this.call('an op', () => evaluate(this.watched, request), "see the adapter's scope and init");
  }

  raisedWithin(): string | undefined {
    const frame = this.file === undefined ? undefined : frameOf(this.raised);
    return frame === undefined || frame.file === this.file ? undefined : frameText(frame);
  }

  /** The declared dtypes, each with the one that it is made as. */
  get dtypes(): readonly { readonly dtype: Dtype; readonly made: Dtype }[] {
    const entries = Object.entries(this.adapter.dtypes).filter(([dtype]) => isDtype(dtype));
    return entries.map(([dtype, by]) => ({ dtype: dtype as Dtype, made: by === true ? (dtype as Dtype) : by! }));
  }

  /** float32 or what comes nearest to it among the declared dtypes. */
  get plain(): Dtype {
    const made = new Set(this.dtypes.filter((one) => one.dtype === one.made).map((one) => one.made));
    const found = (['float32', 'float64', 'float16', 'bfloat16', 'int32'] as const).find((dtype) => made.has(dtype));
    return found ?? [...made][0] ?? noDtype();
  }

  tensor(dtype: Dtype, shape: readonly number[], data: TensorData['data']): Tensor {
    const what = `a ${dtype} of shape [${shape.join(', ')}]`;
    let made: unknown;
    try {
      made = this.adapter.tensor({ dtype, shape, data });
    } catch (error) {
      if (isUnsupported(error)) throw new NotChecked(`tensor has ${what} as unsupported: ${error.what}`);
      throw new Broken(
        `tensor raised for ${what}: ${messageOf(error)}`,
        "build it from the flat, row-major data and the shape; unsupported('…') if the library has no such tensor",
      );
    }
    if (isPromise(made))
      throw new Broken('tensor returned a promise', 'return the tensor; what has to be waited for belongs in init');
    if (made === undefined || made === null)
      throw new Broken(`tensor returned ${made} for ${what}`, 'return the tensor that was made');
    return made;
  }

  /** What `read` gives, when it has the form that it must have. `when` ends the sentence `read raised …`. */
  async read(t: Tensor, when = ''): Promise<TensorData> {
    const seen = await this.call(`read${when}`, () => this.adapter.read(t), 'return { dtype, shape, data } of t', true);
    if (typeof seen !== 'object' || seen === null)
      throw new Broken(`read returned ${String(seen)}`, 'return { dtype, shape, data }');
    const fault = dtypeFault(seen.dtype) ?? shapeFault(seen.shape) ?? dataFault(seen.data, seen.shape);
    if (fault !== undefined) throw fault;
    return seen;
  }

  /** Calls a function of the adapter and waits for it. `answered`: the library has, so that nothing can be unsupported. */
  async call<R>(name: string, run: () => Later<R>, mend: string, answered = false): Promise<R> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const fault = new Broken(`${name} has not settled after ${this.patience} ms`, 'see that its promise settles');
      timer = setTimeout(() => reject(fault), this.patience);
    });
    try {
      return await Promise.race([late, (async () => run())()]);
    } catch (error) {
      if (error instanceof Broken || error instanceof NotChecked) throw error;
      if (isUnsupported(error) && answered)
        throw new Broken(
          `${name} says unsupported (${error.what}) of what the library answered`,
          'say it before the library is called, in tensor or in the op; read reports what there is',
        );
      if (isUnsupported(error)) throw new NotChecked(`${name} is unsupported: ${error.what}`);
      throw new Broken(`${name} raised: ${messageOf(error)}`, mend);
    } finally {
      clearTimeout(timer);
    }
  }
}

const noDtype = (): never => {
  throw new NotChecked('the adapter declares no dtype');
};
