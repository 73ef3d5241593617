/** A place in a file. */
export interface Frame {
  /** Its whole path. */
  readonly file: string;
  readonly line: number;
}

const frames = /^\s+at (?:.*\()?(?:file:\/\/)?(\/?[^()\s]+?)(?:\?[^:)]*)?:(\d+):\d+\)?$/;

/** Where an error was raised: the first frame of its stack that lies in a file. */
export const frameOf = (error: unknown): Frame | undefined => {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const line of stack.split('\n')) {
    const [, file, number] = frames.exec(line) ?? [];
    if (file !== undefined && !file.startsWith('node:')) return { file: decodeURI(file), line: Number(number) };
  }
  return undefined;
};

/** `lib.js:12`. */
export const frameText = ({ file, line }: Frame): string => `${file.split(/[/\\]/).at(-1)}:${line}`;
