/** What is wrong with an adapter, and how to mend it. */
export interface Fault {
  readonly wrong: string;
  readonly mend: string;
}

/** The adapter is broken, in one way or several. */
export class Broken {
  readonly faults: readonly Fault[];
  constructor(wrong: string, mend: string, more: readonly Fault[] = []) {
    this.faults = [{ wrong, mend }, ...more];
  }
}

/** This adapter gives a check nothing to look at. */
export class NotChecked {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** How a check ends. `notes`: what else was seen, and is no fault. */
export type Ending =
  | { readonly status: 'right'; readonly notes: readonly string[] }
  | { readonly status: 'wrong'; readonly faults: readonly Fault[] }
  | { readonly status: 'not checked'; readonly why: string };

/** Throws all that is wrong at once, if anything is. */
export const throwFaults = (broken: readonly (Broken | undefined)[]): void => {
  const faults = broken.flatMap((one) => one?.faults ?? []);
  const [first, ...more] = faults;
  if (first !== undefined) throw new Broken(first.wrong, first.mend, more);
};

/**
 * Looks at each, and gives as notes why some gave nothing to look at; throws `NotChecked` if none did. The first fault ends
 * it.
 */
export const lookAtEach = async <T>(
  items: readonly T[],
  look: (item: T) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const notes: string[] = [];
  let unchecked = 0;
  for (const item of items) {
    try {
      notes.push(...(await look(item)));
    } catch (error) {
      if (!(error instanceof NotChecked)) throw error;
      unchecked++;
      notes.push(error.why);
    }
  }
  if (unchecked > 0 && unchecked === items.length) throw new NotChecked(notes.join('; '));
  return notes;
};
