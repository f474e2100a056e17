export interface Position {
  startTimestamp: Date;
  id: number;
}

interface Call extends Position {
  customerId: number | null;
}

interface Stretch {
  people: readonly number[];
  /** Excluded. */
  after: Position | undefined;
  towards: "older" | "newer";
  limit: number;
}

export interface Place {
  person: number;
  after: Position | undefined;
}

/**
 * The next calls of several people together. Each person's lie in order, so a few of each are asked for, and more only
 * of those whose next could still come before what is there: about as many are read as are shown, however many there
 * are. `ask` gives the next calls from each place on, `most` of each person.
 */
export async function readOfPeople<Row extends Call>(
  { people, after, towards, limit }: Stretch,
  ask: (places: Place[], most: number) => Promise<Row[]>,
): Promise<Row[]> {
  const sign = towards === "older" ? -1 : 1;
  const inOrder = (a: Position, b: Position) =>
    sign * (a.startTimestamp.getTime() - b.startTimestamp.getTime() || a.id - b.id);
  const found: Row[] = [];
  let open = people.map((person): Place => ({ person, after }));
  for (let settled = 0; open.length > 0 && settled < limit; ) {
    const most = Math.ceil((limit - settled) / open.length);
    const rows = await ask(open, most);
    found.push(...rows);
    found.sort(inOrder);
    const end = found[limit - 1];
    open = open.flatMap(({ person }) => {
      const own = rows.filter(({ customerId }) => customerId === person).sort(inOrder);
      const last = own.at(-1);
      const mayFollow = own.length === most && last && (!end || inOrder(last, end) < 0);
      return mayFollow ? { person, after: last } : [];
    });
    const horizon = open.map((place) => place.after as Position).sort(inOrder)[0];
    settled = horizon ? found.filter((row) => inOrder(row, horizon) <= 0).length : limit;
  }
  return found.slice(0, limit);
}
