/** The adapter is broken: what it does, and how to mend it. */
export class Broken {
  readonly wrong: string;
  readonly mend: string;
  constructor(wrong: string, mend: string) {
    this.wrong = wrong;
    this.mend = mend;
  }
}

/** This adapter gives a check nothing to look at. */
export class NotChecked {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** How a check ends. */
export type Ending =
  | { readonly status: 'right' }
  | { readonly status: 'wrong'; readonly wrong: string; readonly mend: string }
  | { readonly status: 'not checked'; readonly why: string };
