const longest = 400;

/** What an error says, in one line of at most 400 characters. */
export function messageOf(error: unknown): string {
  const text = textOf(error);
  const line = text.trim().split('\n', 1)[0]!;
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}

/** Libraries throw what they like: errors whose message is an object, objects that cannot be made text. */
function textOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message || error.name : error);
  } catch {
    return 'something that has no text';
  }
}
