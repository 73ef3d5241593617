import { createInterface } from 'node:readline';

/** Puts a question to a person and waits for one line. The end of the input is an empty answer. */
export const ask = (question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> =>
  new Promise((resolve) => {
    const lines = createInterface({ input, output });
    lines.once('close', () => resolve(''));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
