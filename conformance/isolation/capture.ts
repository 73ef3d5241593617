/** A stream as far as it is caught. */
export interface Writable {
  write: (...args: never[]) => boolean;
}

/**
 * Takes what is written to a stream (`console.log` writes to `process.stdout`) before it goes anywhere, so that it can be
 * told to which case it belongs. What native code writes past the stream still arrives on the pipe.
 */
export const capture = (stream: Writable, take: (text: string) => void): void => {
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    // `write(chunk, encoding?, callback?)`
    const callback = rest.find((argument) => typeof argument === 'function') as (() => void) | undefined;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  }) as Writable['write'];
};
