/** One half of the repository, and its rooms from the lowest floor to the highest. */
export interface Side {
  readonly folder: string;
  /** Folders of `folder`, or single files of it. */
  readonly rooms: readonly string[];
}

/** The rooms of a side as its README lists them: the code in the first cells of its table, from above to below. */
export const sideOf = (folder: string, readme: string): Side => ({
  folder,
  rooms: [...readme.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
    Array.from(cell!.matchAll(/`([^`]+?)\/?`/g), ([, room]) => room!),
  ),
});

/** The room of a file: the narrowest of those that hold it; undefined for what lies in the folder itself, or in no room. */
export const roomOf = ({ folder, rooms }: Side, file: string): string | undefined =>
  rooms
    .filter((room) => `${file}/`.startsWith(`${folder}/${room}/`))
    .reduce<string | undefined>(
      (best, room) => (best !== undefined && best.length > room.length ? best : room),
      undefined,
    );
