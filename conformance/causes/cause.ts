/** One finding: what failures come down to. Its cases are ids, in each list the simplest first. */
export interface Cause {
  /** An op, or the chapter or topic that the cases are about. */
  readonly name: string;
  /** The failing cases that are about it. */
  readonly own: readonly string[];
  /** Other failing cases that use it. */
  readonly others: readonly string[];
}
