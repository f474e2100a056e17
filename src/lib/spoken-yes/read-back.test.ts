import { describe, expect, test } from "vitest";
import { speakMoment } from "../speech/moments";
import { type Asked, judgeConsent } from ".";

const at = (time: string) => new Date(`2026-11-27T${time}:00+01:00`);
const open = (hours: string) => ({
  now: new Date("2026-11-22T18:00:00+01:00"),
  timeZone: "Europe/Berlin",
  land: "BE",
  hours: { fri: [hours] },
});
const asked = (start: Date, clock = open("07:00-20:00")): Asked => ({
  action: "book",
  starts: [start],
  serviceNames: ["Massage"],
  clock,
  language: "de",
});
const decide = (moment: string, what: Asked) =>
  judgeConsent(
    [
      { speaker: "agent", text: `${moment}, Massage. Soll ich das so eintragen?` },
      { speaker: "caller", text: "Ja, gerne." },
    ],
    what,
  ).decision;

/** Around the clock, "00:00" to "23:15", with every hour and every quarter of one. */
const times = Array.from({ length: 32 }, (_, i) => {
  const [hour, minute] = [Math.floor((i * 45) / 60), (i * 45) % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
});
const twelveHours = 12 * 3_600_000;

describe("a business that is open on both halves of the day", () => {
  test.each([
    ["00:00-24:00", false],
    ["00:00-24:00", true],
    ["06:00-22:00", true],
    ["07:00-20:00", false],
  ])(
    "open %s, half hours in words %s: a time as we say it counts, and never for the other half",
    (hours, halfHours) => {
      const clock = open(hours);
      for (const time of times) {
        const start = at(time);
        const [from, to] = hours.split("-") as [string, string];
        if (time < from || time >= to) continue;
        const said = speakMoment(start, { ...clock, halfHours }, "de", "name");
        expect([said, decide(said, asked(start, clock))]).toEqual([said, "agreed"]);
        const other = new Date(start.getTime() + (time < "12:00" ? twelveHours : -twelveHours));
        expect([said, decide(said, asked(other, clock))]).toEqual([said, "missing"]);
      }
    },
  );

  test.each([
    ["07:00", "um sieben Uhr"],
    ["07:00", "um sieben"],
    ["19:00", "um neunzehn Uhr"],
    ["19:00", "um sieben Uhr abends"],
    ["07:30", "um halb acht"],
    ["18:30", "um halb sieben"],
    ["07:15", "um Viertel nach sieben"],
  ])("%s is heard in %s", (time, said) => {
    expect(decide(`Freitag, der 27. November, ${said}`, asked(at(time)))).toBe("agreed");
  });

  test.each([
    ["19:00", "um sieben"],
    ["19:30", "um halb acht"],
    ["07:00", "um sieben Uhr abends"],
  ])("%s is not heard in %s", (time, said) => {
    expect(decide(`Freitag, der 27. November, ${said}`, asked(at(time)))).toBe("missing");
  });
});

describe("a read-back names with whom and where", () => {
  const said = "Freitag, der 27. November, um 10 Uhr";
  const withAnna: Asked = {
    ...asked(at("10:00")),
    staffName: "Dr. Anna Weber",
    placeName: "Am Park",
    colleagues: ["Tom Weber", "Ben Krause", "Freitag", "Person 1"],
    otherPlaces: ["Am Markt", "Nord"],
  };

  test.each([
    "",
    " bei Dr. Anna Weber in der Filiale Am Park",
    " bei Anna",
    " bei Frau Weber",
    " bei Frau Dr. Weber, Filiale am Park",
  ])("counts:%s", (place) => {
    expect(decide(`${said}${place}`, withAnna)).toBe("agreed");
  });

  test.each([
    " bei Tom Weber",
    " bei Ben",
    " mit Herrn Krause",
    " bei Frau Freitag",
    " bei Person 1",
    " in Nord",
    " in der Filiale Am Markt",
  ])("does not count:%s", (place) => {
    expect(decide(`${said}${place}`, withAnna)).toBe("missing");
  });

  test("of two who share a name the one that was said", () => {
    const person = { ...withAnna, staffName: "Person 2", colleagues: ["Person 1", "Person 12"] };
    expect(decide(`${said} bei Person 2`, person)).toBe("agreed");
    expect(decide(`${said} bei Person 1`, person)).toBe("missing");
  });
});
