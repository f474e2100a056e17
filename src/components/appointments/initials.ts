const letters = (word: string | undefined, count: number) => [...(word ?? "")].slice(0, count).join("");

/** "JB" for Jana Brandt; of people who would share theirs, a letter more of the surname each ("JBr", "JBe"). */
export function initialsOf(people: readonly { id: number; name: string }[]): Map<number, string> {
  const words = (name: string) => name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const make = (name: string, count: number) => {
    const parts = words(name);
    const family = parts.length > 1 ? parts.at(-1) : undefined;
    return family ? letters(parts[0], 1) + letters(family, count) : letters(parts[0], count + 1);
  };
  const short = people.map(({ name }) => make(name, 1).toLocaleUpperCase());
  return new Map(
    people.map(({ id, name }, index) => {
      const own = short[index] as string;
      return [id, short.indexOf(own) === short.lastIndexOf(own) ? own : make(name, 2)];
    }),
  );
}

/** The first names of a team, where each has one of their own and no title comes before it; else the whole name. */
export function givenNamesOf(names: readonly string[]): string[] {
  const given = names.map((name) => name.trim().split(/\s+/)[0] ?? name);
  return names.map((name, index) => {
    const own = given[index] as string;
    return given.indexOf(own) === given.lastIndexOf(own) && !own.endsWith(".") ? own : name;
  });
}

/** What to show of a name where there is room for one word. */
export const familyNameOf = (name: string) => name.trim().split(/\s+/).at(-1) ?? name;
