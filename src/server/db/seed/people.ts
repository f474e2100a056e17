import type { Random } from "./random";

const firstNames = [
  "Anna",
  "Ben",
  "Charlotte",
  "David",
  "Elif",
  "Emma",
  "Fatma",
  "Finn",
  "Frieda",
  "Georg",
  "Greta",
  "Hanna",
  "Heike",
  "Ida",
  "Ilse",
  "Jakob",
  "Jannik",
  "Johanna",
  "Jürgen",
  "Karin",
  "Klaus",
  "Lara",
  "Lena",
  "Leon",
  "Lina",
  "Ludwig",
  "Maja",
  "Manfred",
  "Marie",
  "Markus",
  "Mehmet",
  "Mia",
  "Moritz",
  "Nele",
  "Nina",
  "Oskar",
  "Paula",
  "Peter",
  "Petra",
  "Renate",
  "Robert",
  "Sabine",
  "Samira",
  "Sebastian",
  "Stefan",
  "Susanne",
  "Theo",
  "Thomas",
  "Tim",
  "Ursula",
  "Uwe",
  "Werner",
  "Wolfgang",
  "Yusuf",
  "Zoe",
] as const;

const lastNames = [
  "Ackermann",
  "Bauer",
  "Beck",
  "Berger",
  "Böhm",
  "Braun",
  "Busch",
  "Demir",
  "Dietrich",
  "Ebert",
  "Engel",
  "Fischer",
  "Franke",
  "Frank",
  "Graf",
  "Groß",
  "Haas",
  "Hahn",
  "Hartmann",
  "Heinrich",
  "Herrmann",
  "Hoffmann",
  "Horn",
  "Huber",
  "Jansen",
  "Jung",
  "Kaiser",
  "Kılıç",
  "Koch",
  "Köhler",
  "König",
  "Kowalski",
  "Kramer",
  "Krüger",
  "Kühn",
  "Lang",
  "Lehmann",
  "Lorenz",
  "Maier",
  "Martin",
  "Meyer",
  "Möller",
  "Müller-Lüdenscheidt",
  "Neumann",
  "Nguyen",
  "Otto",
  "Peters",
  "Pohl",
  "Richter",
  "Roth",
  "Sauer",
  "Schäfer",
  "Schmitt",
  "Schreiber",
  "Schulz",
  "Schuster",
  "Seidel",
  "Simon",
  "Sommer",
  "Stein",
  "Thiele",
  "Vogel",
  "Wagner",
  "Walter",
  "Weber",
  "Winkler",
  "Wolff",
  "Yıldız",
  "Ziegler",
  "Zimmermann",
] as const;

/** Free ranges for films and books: prefix and number of digits that vary. */
const numberRanges = [
  ["+49171392", "00", 2],
  ["+4917604069", "0", 2],
  ["+493023125", "", 3],
  ["+496990009", "", 3],
  ["+494066969", "", 3],
  ["+498999998", "", 3],
  ["+492214710", "", 3],
] as const;

export interface DemoPerson {
  name: string;
  phone: string | null;
  email: string | null;
  birthdate: string | null;
}

const ascii = (text: string) =>
  text
    .toLowerCase()
    .replace(
      /[äöüßıçğş]/g,
      (c) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss", ı: "i", ç: "c", ğ: "g", ş: "s" })[c] ?? c,
    );

/** Distinct people with distinct numbers; a few have hidden theirs, many gave no e-mail. */
export function makePeople(random: Random, count: number): DemoPerson[] {
  const names = new Set<string>();
  const phones = new Set<string>();
  const people: DemoPerson[] = [];
  while (people.length < count) {
    const first = random.pick(firstNames);
    const last = random.pick(lastNames);
    const name = `${first} ${last}`;
    if (names.has(name)) continue;
    names.add(name);
    people.push({
      name,
      phone: random.chance(0.03) ? null : freePhone(random, phones),
      email: random.chance(0.4) ? `${ascii(first)}.${ascii(last)}@post.example` : null,
      birthdate: random.chance(0.5)
        ? `${random.between(1938, 2016)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
        : null,
    });
  }
  return people;
}

const two = (n: number) => String(n).padStart(2, "0");

function freePhone(random: Random, taken: Set<string>): string {
  for (;;) {
    const [prefix, middle, digits] = random.pick(numberRanges);
    // The first hundred of each landline range belong to the demo's businesses.
    const tail = digits === 2 ? two(random.between(0, 99)) : String(random.between(100, 999));
    const phone = `${prefix}${middle}${tail}`;
    if (taken.has(phone)) continue;
    taken.add(phone);
    return phone;
  }
}
