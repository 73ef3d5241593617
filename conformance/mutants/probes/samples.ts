/** Calls of an op that cases make, kept as they were before they were made: what probes begin with. */
import { type Form, replaced } from '../calls/called.ts';
import { type Elements, elementsOf } from '../calls/memory.ts';
import type { Tools } from '../mutation.ts';

/** A tensor as it is to be made anew for each probe, with memory of its own. */
export interface Part {
  readonly name: string;
  readonly elements: Elements;
  /** How its memory lies: gapless if absent. */
  readonly lying?: 'offset' | 'by steps' | 'transposed' | 'expanded';
}

/** A call: its arguments with markers in the place of tensors. */
export interface Sample {
  readonly args: readonly unknown[];
  readonly parts: ReadonlyMap<unknown, Part>;
}

/** As many calls of an op as probes begin with. */
const ENOUGH = 48;
/** Calls with more elements are left out: variants make larger ones. */
const LARGE = 256;

/** Keeps calls that differ in shapes, dtypes or options. */
export class Samples {
  readonly all: Sample[] = [];
  readonly #seen = new Set<string>();
  readonly #form: Form;
  readonly #tools: Tools;

  constructor(form: Form, tools: Tools) {
    this.#form = form;
    this.#tools = tools;
  }

  keep(args: readonly unknown[]): void {
    if (this.all.length >= ENOUGH) return;
    const tensors = this.#form.tensorsIn(args);
    const memories = tensors.map(([, tensor]) => this.#tools.memory(tensor));
    if (memories.some(({ shape }) => shape.reduce((n, size) => n * size, 1) > LARGE)) return;
    const options = JSON.stringify(this.#form.options(args), (_, v) =>
      this.#tools.isTensor(v) ? '' : typeof v === 'bigint' ? `${v}` : v,
    );
    const signature = `${memories.map(({ dtype, shape }) => `${dtype}[${shape}]`).join()} ${options}`;
    if (this.#seen.has(signature)) return;
    this.#seen.add(signature);
    const parts = new Map<unknown, Part>();
    const markers = new Map<unknown, unknown>();
    tensors.forEach(([name, tensor], i) => {
      if (markers.has(tensor)) return;
      const marker = { part: i };
      markers.set(tensor, marker);
      parts.set(marker, { name, elements: elementsOf(memories[i]!) });
    });
    this.all.push({ args: args.map((arg) => replaced(arg, markers, this.#tools)), parts });
  }
}
