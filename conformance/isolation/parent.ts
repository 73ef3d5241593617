import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import { lineReader } from './lines.ts';

/** The parent as a child hears it on a pipe: a `message` for each line of JSON, `disconnect` when the parent is gone. */
export const parentOn = (descriptor: number): EventEmitter => {
  const parent = new EventEmitter();
  const gone = (): void => void parent.emit('disconnect');
  const read = lineReader({ take: (line) => void parent.emit('message', JSON.parse(line)), endless: gone });
  new Socket({ fd: descriptor, readable: true, writable: false })
    .on('data', read)
    .on('close', gone)
    .on('error', () => {});
  return parent;
};
