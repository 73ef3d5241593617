/**
 * What JavaScript engines, WebAssembly and Python say when a program is broken. A library that ends so has not refused
 * its arguments: it has stumbled over them. Sources: the message templates of V8, SpiderMonkey and JavaScriptCore, the
 * trap messages of WebAssembly, CPython's AttributeError and NameError.
 */
const own: readonly RegExp[] = [
  /\bis not (?:a function|a constructor|iterable)\b/,
  /^Cannot (?:read|set) propert(?:y|ies) /,
  /^Cannot (?:destructure|access|convert undefined or null|mix BigInt|convert a BigInt|assign to read only)/,
  /^Cannot convert \S+ to a BigInt$/,
  /^(?:The number )?\S+ cannot be converted to a BigInt/,
  /^(?:undefined|null) is not an object/,
  /^[\w.[\]]+ is (?:undefined|null|not defined)$/,
  /^can't (?:access|convert)/,
  /^Maximum call stack size exceeded|^too much recursion/,
  /^Invalid (?:typed )?array (?:length|buffer length)|^invalid (?:array length|or out-of-range)/,
  /^offset is out of bounds$|^Offset is outside the bounds of the DataView$/,
  /^Array buffer allocation failed/,
  /^Assignment to constant variable/,
  /^Class constructor \S+ cannot be invoked without 'new'/,
  /^Reduce of empty array with no initial value/,
  /^unreachable\b|^memory access out of bounds$|^null function or function signature mismatch$|^table index is out of bounds$/,
  /object has no attribute '|^name '\w+' is not defined$/,
];

/** Whether a message is an engine's own, with or without the error's class before it. */
export const isEngineError = (message: string): boolean => {
  const text = message.replace(/^(?:Uncaught )?[A-Z]\w*(?:Error|Exception): /, '');
  return own.some((pattern) => pattern.test(text));
};
