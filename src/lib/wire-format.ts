/** A value on its way between browser and server: JSON, and where in it a text stands for an instant. */
interface OnTheWire {
  json: unknown;
  instants?: Path[];
}

type Path = (string | number)[];

/**
 * Plain objects, lists, texts, numbers, truths and instants; an object's undefined fields are left out.
 * @throws TypeError on anything else, which would arrive as something it is not
 */
export function serialize(value: unknown): OnTheWire {
  const instants: Path[] = [];
  const copy = (part: unknown, path: Path): unknown => {
    if (part instanceof Date) {
      instants.push(path);
      return part.toISOString();
    }
    if (Array.isArray(part)) return part.map((item, index) => copy(item, [...path, index]) ?? null);
    if (typeof part === "object" && part !== null) {
      const prototype = Object.getPrototypeOf(part);
      if (prototype !== Object.prototype && prototype !== null)
        throw new TypeError(`${part.constructor.name} at ${path.join(".")} cannot be sent`);
      return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, copy(item, [...path, key])]));
    }
    if (typeof part === "bigint" || typeof part === "function" || typeof part === "symbol")
      throw new TypeError(`${typeof part} at ${path.join(".")} cannot be sent`);
    return part;
  };
  const json = copy(value, []);
  return instants.length > 0 ? { json, instants } : { json };
}

/** The other way round. Paths that lead nowhere are left alone: they come from outside. */
export function deserialize({ json, instants = [] }: OnTheWire): unknown {
  const root = { json };
  for (const path of instants) {
    const steps: Path = ["json", ...path];
    const last = steps.pop() as string | number;
    let holder: unknown = root;
    for (const step of steps)
      holder = isHolder(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
    if (!isHolder(holder) || !Object.hasOwn(holder, last)) continue;
    const text = holder[last];
    if (typeof text === "string") holder[last] = new Date(text);
  }
  return root.json;
}

const isHolder = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;
