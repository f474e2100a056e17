import type { Random } from "../random";

export interface Person {
  name: string;
  /** E.164 */
  phone: string;
  email: string;
}

const FIRST_NAMES = [
  "Annika",
  "Bastian",
  "Carolin",
  "Dennis",
  "Eva",
  "Florian",
  "Gesa",
  "Henrik",
  "Ines",
  "Jonas",
  "Katharina",
  "Lennart",
  "Miriam",
  "Nils",
  "Ole",
  "Paula",
  "Ruben",
  "Svenja",
  "Tobias",
  "Ulrike",
] as const;

/** None of the demo businesses has staff of these names: an agent must not take a caller for one of them. */
const LAST_NAMES = [
  "Albers",
  "Bartels",
  "Claasen",
  "Dietrich",
  "Ehlers",
  "Freitag",
  "Gerlach",
  "Hinrichs",
  "Jansen",
  "Krüger",
  "Lorenz",
  "Mertens",
  "Nowak",
  "Oltmann",
  "Paulsen",
  "Reimers",
  "Seidel",
  "Thomsen",
  "Voss",
  "Wiegand",
] as const;

const ascii = (text: string) =>
  text.toLowerCase().replaceAll("ü", "ue").replaceAll("ö", "oe").replaceAll("ä", "ae");

/** Somebody nobody has met before: a German mobile number out of ten million makes a repeat unlikely. */
export function makePerson(random: Random): Person {
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  const digits = random.digits(7);
  return {
    name: `${firstName} ${lastName}`,
    phone: `+491512${digits}`,
    email: `${ascii(firstName)}.${ascii(lastName)}.${digits}@example.com`,
  };
}

/** As one says it: "0151 2123 4567". */
export function speakPhone(e164: string): string {
  const national = `0${e164.replace(/^\+49/, "")}`;
  return national.replace(/^(\d{4})(\d{4})(\d+)$/, "$1 $2 $3");
}
