/**
 * Messages of a child process to its parent, on a pipe of their own: a seal, four bytes of length, one of kind, then the
 * content. Kinds: `ready`, `refused` and `outcome` hold what `v8.serialize` makes of them, `output` and `died` text, `grown`
 * nothing. The seal is a secret of the worker and its parent: a library that finds the pipe can write to it, but not so that
 * it is taken for an answer.
 */
import { randomBytes } from 'node:crypto';

const kinds = ['ready', 'refused', 'outcome', 'output', 'died', 'grown'] as const;
export type FrameKind = (typeof kinds)[number];

const SEAL = 32;
const HEAD = SEAL + 5;

/** A seal for one worker: so many characters of ASCII that nobody guesses. */
export const freshSeal = (): string => randomBytes(SEAL / 2).toString('hex');

export const frame = (seal: string, kind: FrameKind, content: Buffer | string): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  // Not from the pool of small buffers, in which a library could read the seal.
  const bytes = Buffer.alloc(HEAD + body.length);
  bytes.write(seal, 'latin1');
  bytes.writeUInt32LE(body.length, SEAL);
  bytes[HEAD - 1] = kinds.indexOf(kind);
  body.copy(bytes, HEAD);
  return bytes;
};

export interface FrameTaker {
  /** The content is valid during the call only. */
  readonly take: (kind: FrameKind, content: Buffer) => void;
  /** Somebody else wrote here: nothing that comes after it is read. */
  readonly forged: () => void;
}

/** Puts frames together again from chunks as a pipe cuts them. */
export const frameReader = (seal: string, { take, forged }: FrameTaker): ((chunk: Buffer) => void) => {
  let parts: Buffer[] = [];
  let size = 0;
  let due = HEAD;
  let trusted = true;
  return (chunk) => {
    if (!trusted) return;
    parts.push(chunk);
    size += chunk.length;
    // A long frame comes in many chunks: they are joined once, when it is complete.
    if (size < due) return;
    let bytes = parts.length === 1 ? chunk : Buffer.concat(parts, size);
    for (due = HEAD; bytes.length >= HEAD; bytes = bytes.subarray(due)) {
      if (bytes.toString('latin1', 0, SEAL) !== seal) {
        trusted = false;
        parts = [];
        forged();
        return;
      }
      due = HEAD + bytes.readUInt32LE(SEAL);
      if (bytes.length < due) break;
      take(kinds[bytes[HEAD - 1]!]!, bytes.subarray(HEAD, due));
    }
    if (bytes.length < HEAD) due = HEAD;
    parts = bytes.length === 0 ? [] : [bytes];
    size = bytes.length;
  };
};
