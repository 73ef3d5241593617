/** Reads what a tensor prints as: `tensor(`, nested brackets, suffixes, `)`. */
import type { Dtype } from '../../values/case.ts';

export interface Text {
  /** The elements in their order, as they stand there. */
  readonly elements: readonly string[];
  readonly shape: readonly number[];
  readonly dtype: Dtype;
}

const frame = /^tensor\((.*)\)$/s;
const suffix = /,\s*(size|dtype|grad_fn|requires_grad)=(\((?:[^()]*)\)|[^,)]+)/g;

/** undefined for text that is no tensor, or whose brackets are of unequal lengths. */
export const readText = (text: string): Text | undefined => {
  const inside = frame.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const said = new Map([...inside.matchAll(suffix)].map(([, name, value]) => [name!, value!]));
  const body = inside.replace(suffix, '');
  const elements = body.match(/[^[\],\s]+/g) ?? [];
  const shape = said.has('size') ? sizes(said.get('size')!) : shapeOf(body);
  if (shape === undefined || shape.reduce((n, size) => n * size, 1) !== elements.length) return undefined;
  const dtype = said.get('dtype')?.replace('torch.', '') as Dtype | undefined;
  return { elements, shape, dtype: dtype ?? implied(elements) };
};

const sizes = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** Which dtype goes without saying. */
const implied = ([first]: readonly string[]): Dtype => {
  if (first === 'True' || first === 'False') return 'bool';
  return first !== undefined && /^[-+]?\d+$/.test(first) ? 'int64' : 'float32';
};

/** The lengths of nested brackets; undefined if two of one depth differ. */
const shapeOf = (body: string): readonly number[] | undefined => {
  const parts = body.match(/[[\]]|[^[\],\s]+/g) ?? [];
  let at = 0;
  const read = (): readonly number[] | undefined => {
    if (parts[at++] !== '[') return [];
    const inner: (readonly number[] | undefined)[] = [];
    while (at < parts.length && parts[at] !== ']') inner.push(read());
    at++;
    const [first = []] = inner;
    return inner.every((one) => one?.join() === first.join()) ? [inner.length, ...first] : undefined;
  };
  const shape = read();
  return at === parts.length ? shape : undefined;
};
