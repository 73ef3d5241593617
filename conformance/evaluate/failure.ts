import { Unsupported } from '../adapter/contract.ts';

/** The library raised: at which op, and whether only when its result was read. */
export class Threw {
  readonly error: unknown;
  readonly place: readonly number[];
  readonly late: boolean;
  constructor(error: unknown, place: readonly number[], late = false) {
    this.error = error;
    this.place = place;
    this.late = late;
  }
}

/** There is None where a tensor is due, as where a gradient is missing: Python raises, whatever the library. */
export class NoTensor extends Error {
  override readonly name = 'NoTensor';
}

/** The adapter broke its contract, or the case is none that the format allows. */
export class Breach extends Error {
  override readonly name = 'Breach';
}

/** The library does not read these options of an op. */
export const withoutOptions = (op: string, names: readonly string[]): never => {
  const options = names.map((option) => ({ op, option }));
  throw new Unsupported(options.map(({ option }) => `option ${op}.${option}`).join(', '), options);
};

/** Also an `Unsupported` of another copy of this package, as an adapter outside the repository may throw it. */
export function isUnsupported(error: unknown): error is Unsupported {
  if (error instanceof Unsupported) return true;
  return error instanceof Error && error.name === 'Unsupported' && typeof (error as Unsupported).what === 'string';
}
