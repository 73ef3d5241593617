/**
 * Messages of a child process to its parent, on a pipe of their own: four bytes of length, one of kind, then the content.
 * Kinds: `ready`, `refused` and `outcome` hold what `v8.serialize` makes of them, `output` and `died` text, `grown`
 * nothing.
 */
const kinds = ['ready', 'refused', 'outcome', 'output', 'died', 'grown'] as const;
export type FrameKind = (typeof kinds)[number];

const HEAD = 5;

export const frame = (kind: FrameKind, content: Buffer | string): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  const bytes = Buffer.allocUnsafe(HEAD + body.length);
  bytes.writeUInt32LE(body.length, 0);
  bytes[4] = kinds.indexOf(kind);
  body.copy(bytes, HEAD);
  return bytes;
};

/** Puts frames together again from chunks as a pipe cuts them. The content is valid during the call only. */
export const frameReader = (take: (kind: FrameKind, content: Buffer) => void): ((chunk: Buffer) => void) => {
  let parts: Buffer[] = [];
  let size = 0;
  let due = HEAD;
  return (chunk) => {
    parts.push(chunk);
    size += chunk.length;
    // A long frame comes in many chunks: they are joined once, when it is complete.
    if (size < due) return;
    let bytes = parts.length === 1 ? chunk : Buffer.concat(parts, size);
    for (due = HEAD; bytes.length >= HEAD; bytes = bytes.subarray(due)) {
      due = HEAD + bytes.readUInt32LE(0);
      if (bytes.length < due) break;
      take(kinds[bytes[4]!]!, bytes.subarray(HEAD, due));
    }
    if (bytes.length < HEAD) due = HEAD;
    parts = bytes.length === 0 ? [] : [bytes];
    size = bytes.length;
  };
};
