/** Cannot be loaded. */
throw new Error('no GPU found\nand a stack that nobody asked for');

export {};
