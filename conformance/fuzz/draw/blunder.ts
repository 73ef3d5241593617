import type { ErrorKind } from '../../values/case.ts';
import type { Draft } from './draft.ts';

/** Adds a call that raises, in one way only; undefined if the draft has nothing to do it with. */
export type Blunder = (draft: Draft) => ErrorKind | undefined;
