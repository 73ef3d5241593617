import type { ErrorKind } from '../../values/case.ts';
import type { Draft } from './draft.ts';
import type { Word } from './vocabulary.ts';

/** Adds a call of one of the words that raises, in one way only; undefined if there is nothing to do it with. */
export type Blunder = (draft: Draft, words: readonly Word[]) => ErrorKind | undefined;
