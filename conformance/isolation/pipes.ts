/** How a child is connected: its output is caught, requests come on Node's own channel, answers go out on the last pipe. */
export const STDIO: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'] = ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'];

/** The file descriptor on which a child answers. */
export const ANSWERS = 4;
