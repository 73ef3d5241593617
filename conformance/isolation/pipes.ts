/**
 * How a child is connected: its output is caught, requests come on a pipe of their own, and so do answers go out. Not on
 * Node's own channel, in which a line that a library writes ends the parent.
 */
export const STDIO: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];

/** The file descriptor on which a child is asked. */
export const REQUESTS = 3;

/** The file descriptor on which a child answers. */
export const ANSWERS = 4;
