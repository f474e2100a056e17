import { isPlainDate } from "./plain-date";

/** One name behind the question mark of an address. */
export interface Parameter<Value, Absent = null> {
  /** Null for what means nothing here: it counts as absent. */
  read(text: string): Value | null;
  write(value: Value): string;
  /** What holds where the address says nothing; it is not written either. */
  absent: Absent;
}

export type Parameters = Record<string, Parameter<unknown, unknown>>;

/** What an address says: `AddressOf<typeof listParameters>`. */
export type AddressOf<P extends Parameters> = {
  [Name in keyof P]: P[Name] extends Parameter<infer Value, infer Absent> ? Value | Absent : never;
};

/** Null takes a name out of the address; what is not mentioned stays. */
export type AddressChange<P extends Parameters> = { [Name in keyof P]?: AddressOf<P>[Name] | null };

export const parameter = <Value extends string | number>(
  read: (text: string) => Value | null,
): Parameter<Value> => ({ read, write: String, absent: null });

export const anyText = parameter((text) => text);
export const textLike = (known: RegExp) => parameter((text) => (known.test(text) ? text : null));
export const day = parameter((text) => (isPlainDate(text) ? text : null));
export const oneOf = <const Value extends string | number>(values: readonly Value[]) =>
  parameter((text) => values.find((value) => String(value) === text) ?? null);
export const flag: Parameter<boolean, false> = {
  read: (text) => text === "true",
  write: String,
  absent: false,
};

/** Several, with commas between them; what means nothing is left out. */
export const listOf = <Value>({ read, write }: Parameter<Value>): Parameter<Value[]> => ({
  read: (text) =>
    text
      .split(",")
      .map(read)
      .filter((value) => value !== null),
  write: (values) => values.map(write).join(","),
  absent: null,
});

export const usually = <Value>(usual: NoInfer<Value>, one: Parameter<Value>): Parameter<Value, Value> => ({
  ...one,
  absent: usual,
});

export const readAddress = <P extends Parameters>(
  parameters: P,
  textOf: (name: string) => string | null | undefined,
): AddressOf<P> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, { read, absent }]) => {
      const text = textOf(name);
      return [name, (text == null ? null : read(text)) ?? absent];
    }),
  ) as AddressOf<P>;

/** "" or "?outcome=booked,missed": what `onto` says already, changed. */
export function writeAddress<P extends Parameters>(
  parameters: P,
  change: AddressChange<P>,
  onto: string | URLSearchParams = "",
): string {
  const search = new URLSearchParams(onto);
  for (const [name, { write, absent }] of Object.entries(parameters)) {
    const value: unknown = change[name];
    if (value === undefined) continue;
    const text = value === null ? null : write(value);
    if (text === null || (absent !== null && text === write(absent))) search.delete(name);
    else search.set(name, text);
  }
  // Commas and colons may stand in a query, and are easier to read.
  return search.size === 0 ? "" : `?${search}`.replaceAll("%2C", ",").replaceAll("%3A", ":");
}

export type SearchParams = Record<string, string | string[] | undefined>;

/** For pages: what the address of a request says. */
export const addressLoader =
  <P extends Parameters>(parameters: P) =>
  async (asked: SearchParams | Promise<SearchParams>): Promise<AddressOf<P>> => {
    const given = await asked;
    return readAddress(parameters, (name) => [given[name]].flat()[0]);
  };

/** For links: the part behind the path. */
export const addressWriter =
  <P extends Parameters>(parameters: P) =>
  (address: AddressChange<P>): string =>
    writeAddress(parameters, address);
