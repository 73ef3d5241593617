/** Makes `console.log` show, in Node, the text of a class's objects instead of what they are made of. */
export function showAsText(shown: { readonly prototype: object }): void {
  Object.defineProperty(shown.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(this: object): string {
      return String(this);
    },
  });
}
