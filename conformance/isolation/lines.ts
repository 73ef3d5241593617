import { StringDecoder } from 'node:string_decoder';

/** Characters of one line: more than any result needs, and less than a process can hold. */
const LONGEST = 2 ** 27;

export interface LineTaker {
  readonly take: (line: string) => void;
  /** A line does not end. Nothing that comes after it is read. */
  readonly endless: () => void;
}

/** Puts lines together again from chunks as a pipe cuts them. A blank line is none. */
export const lineReader = ({ take, endless }: LineTaker, longest: number = LONGEST): ((chunk: Buffer) => void) => {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let size = 0;
  let ended = false;
  return (chunk) => {
    if (ended) return;
    const [rest = '', ...more] = decoder.write(chunk).split('\n');
    parts.push(rest);
    size += rest.length;
    for (const next of more) {
      const line = parts.join('');
      parts = [next];
      size = next.length;
      if (line.trim() !== '') take(line);
    }
    if (size <= longest) return;
    ended = true;
    parts = [];
    endless();
  };
};
