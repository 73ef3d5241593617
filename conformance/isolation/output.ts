/** What is kept of what a library writes during one case. */
const LONGEST = 4000;

/** Collects what a library writes, the first part of it: a chatty one must not fill the memory or the report. */
export class Output {
  #text = '';
  #cut = 0;

  add(text: string): void {
    const room = LONGEST - this.#text.length;
    this.#text += text.slice(0, room);
    this.#cut += Math.max(0, text.length - room);
  }

  /** What was written, or undefined; then begins anew. */
  take(): string | undefined {
    const text = this.#cut === 0 ? this.#text : `${this.#text}\n… and ${this.#cut} more characters`;
    this.#text = '';
    this.#cut = 0;
    return text === '' ? undefined : text;
  }
}
