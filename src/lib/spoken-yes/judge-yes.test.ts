import { describe, expect, test } from "vitest";
import { judgeYes, type Verdict } from ".";

const german: Record<Verdict, string> = {
  yes: `ja|Ja.|Ja, gerne.|Genau.|Passt.|Das passt gut.|Machen wir so.|Einverstanden|In Ordnung.|Nehm ich.|Jawohl|Mhm, ja
    okay|Perfekt|Ja, bitte|Jo|Freilich|Sicher|passt scho|Ja auf den Namen Müller|Ja, mein Name ist Eva Freitag.|Ja, gerne, auf Paulsen
    Den nehme ich.|Ja, das passt mir sehr gut, danke.|Gut, danke.|Ja ja, passt.|Super, vielen Dank.|Aber gerne|Aber natürlich
    Ja, tragen Sie mich ein|Bitte eintragen|Ja bitte buchen|Gerne|Sehr gerne|Warum nicht.|Klar|Na klar|Geht klar|Ja das geht
    Ja, ich war noch nie bei Ihnen|Ja, das klappt|Äh, ja|Also gut, ja|Okay, machen Sie das so.|Ja, machen Sie das|Das wäre super
    Ja, können Sie so machen|Ja, das ist in Ordnung|das ist gut so|Da spricht nichts dagegen|Ich habe nichts dagegen|Von mir aus
    Ja, absagen bitte|Ja, sagen Sie ihn ab.|Bitte absagen|Jawoll, so machen wir das|Ja, super, und danke schön|Alles klar, danke
    Ja, auf jeden Fall|Ja, stimmt|Richtig|Korrekt|Ja, ich nehme den|So machen wir es|Prima, den nehmen wir|Jau|Jep|Unbedingt
    Auf jeden Fall|Selbstverständlich|Ja, für meine Tochter|Ja, bis dann|Ja gut|Na gut|Ja doch|Das klingt gut|hört sich gut an
    Ja, ich bestätige das.|ja genau so|ja gerne wenn das geht|Ja, Müller|Ja, Eva Paulsen mein Name|Ja, einmal bitte|Meinetwegen
    Da kann ich kommen|Abgemacht|Joa, passt|Des passt|Eh klar|Ja, buchen Sie ihn bitte|Ja, verschieben Sie ihn|Verschieben bitte
    Damit bin ich einverstanden|Ja, schreiben Sie mich auf|Bin dabei|Das können Sie so eintragen|Ist gut|Ja, Dankeschön|Ja, ich komme gern
    Ja, meine Nummer ist 0171 2345678|Ja, schönen Tag noch|JA|ja!|Ja ... äh ... ja, passt|Ja, bei Frau Weber
    Ja, perfekt, danke, tschüss.|Ja, vielen Dank, auf Wiederhören|Ja, bis dann, tschüss`,
  no: `nein|Nein danke|lieber nicht|doch nicht|nee|Auf keinen Fall|Nein, das passt mir nicht|passt nicht|Das geht nicht
    Das ist schlecht|Ja, nein|Ja äh nein|Nee, lassen Sie mal|Vergessen Sie es|Bitte nicht|Lieber doch nicht|Ne danke|Nö
    Da kann ich nicht|Stimmt nicht|Das ist falsch|Da bin ich im Urlaub|Ich will gar nicht|Das ist zu früh|Leider nicht|Nein nein
    ja gut dann eben nicht|Nicht absagen|Ach nein, doch nicht|Keinesfalls|Das schaffe ich nicht|Passt mir gar nicht|Ja, doch nicht
    Ja... nein, lieber nicht|Ja, wenn es nicht regnet|Das wird mir zu knapp|Da muss ich arbeiten|Niemals|Na na, so nicht|Okay, aber nicht am Dienstag`,
  other_wish: `ja, aber lieber später|Ja, oder geht auch elf?|eigentlich lieber Mittwoch|ja, Moment|ja also ich weiß nicht
    ja, sagen Sie mal…|ach nein, doch lieber Mittwoch|Ja, um elf|Ja, aber um neun|Lieber am Nachmittag|Geht auch elf Uhr?
    Nein, lieber Donnerstag|Ja schon, aber nur wenn es schnell geht|Ja, da bin ich im Urlaub|Ja, da muss ich arbeiten
    Ja, das ist mir zu früh|Ja, eine Stunde später|ja, vielleicht|Ja, eigentlich schon|Mittwoch|Gerne, aber bei Frau Weber
    Haben Sie auch was anderes?|Ja, aber|Ja, muss ich erst meine Frau fragen|Ja, hören Sie mal|Ein anderer Tag wäre besser
    Ja, das wäre mir lieber am Freitag|Nein, am Montag|Etwas früher vielleicht|Passt, oder haben Sie noch was am Abend
    Ja, ich überlege noch|Ja, hm, mal sehen|Ja gut, nur die Uhrzeit ist schlecht|Ja, leider
    Gern, nur nicht so früh, lieber um zehn|Ja, morgen|Ja, übernächste Woche|Ja, kommt drauf an|Ja, eine Frage|Ja, falls das die Kasse zahlt`,
  unclear: `äh|Hm|Müller|Eva Paulsen|Wie bitte?|Was kostet das?|ja?|Ja, ich|Ja, und|Moment|ich weiß nicht|Hallo?|Ja, hallo?
    Ja, ich bin noch da|Ja, was kostet das denn|Ja, wie lange dauert das|Danke|Bitte|Das ist ja interessant|Da bin ich ja gespannt
    ja nehm ich den…|Ja, ich nehm-|Passt das?|Geht das?|...|Aha|Mhm|Ich hätte gern|Vielleicht|Nein, das passt|Das weiß ich ja
    Ja, haben Sie Parkplätze|Ja guten Tag|Ja, ich höre|Wer spricht da?|Ja, die|Ja, weil|Sekunde|Frau Paulsen|Wie war das?
    Das habe ich ja gesagt|Ist das bei Frau Weber?|Können Sie das wiederholen?|noch mal bitte|Was?|Äh ja, also ich
    Ja, tschüss|Tschüss, Mama`,
};

const english: Record<Verdict, string> = {
  yes: `Yes|Yes please|That works for me|Sounds good|Sure, go ahead|Perfect, thanks|Okay|I'll take that|That's fine
    Yes, under the name Miller|Book it please|Yes, that suits me|Absolutely|Why not|Yeah, great|Cancel it please|Yes, for my daughter|Yes, thank you, bye`,
  no: `No|No thanks|Rather not|That doesn't work|Nope|I can't|Never mind|Yes, no|That's too early|Forget it`,
  other_wish: `Yes, but later|Could we do Wednesday instead?|Yes, at eleven|yes, one moment|Yes, I don't know, maybe at 3 pm
    another day please|No, on Thursday|Yes, a bit earlier|Yes, if that is covered|Yes, perhaps`,
  unclear:
    "uh|Miller|How much is it?|Yes, I|Hello?|Yes, can you hear me|Yes, and|What?|Thanks|Pardon|Hm|Yes?",
};

const rows = (table: Record<Verdict, string>) =>
  Object.entries(table).flatMap(([verdict, lines]) =>
    lines.split(/\||\n\s*/).map((utterance) => [utterance, verdict] as const),
  );

describe("what an answer to a read-back says", () => {
  test.each(rows(german))("German: %s → %s", (utterance, verdict) => {
    expect(judgeYes(utterance, "de")).toBe(verdict);
  });
  test.each(rows(english))("English: %s → %s", (utterance, verdict) => {
    expect(judgeYes(utterance, "en")).toBe(verdict);
  });
});

const yeses =
  "ja,genau,passt,das passt gut,machen wir so,einverstanden,in Ordnung,nehm ich,jawohl,okay,perfekt,ja bitte".split(
    ",",
  );
const lead = ["", "äh, ", "also, ", "mhm, ", "ach ja, ", "gut, "];
const tail = ["", ".", ", danke", ", vielen Dank", ", auf den Namen Paulsen", ", für meinen Mann"];
const spoiling = [
  ", aber lieber später",
  ", oder geht auch elf?",
  ", nur um eine andere Uhrzeit",
  ", ach nein, doch nicht",
  ", ach nein, doch lieber Mittwoch",
  ", Moment, ich weiß nicht",
  ", was kostet das?",
  ", und…",
];

describe("combinations", () => {
  const all = lead.flatMap((a) => yeses.map((yes) => a + yes));
  test.each(tail)("every yes stays one with »%s« behind it", (end) => {
    for (const yes of all) expect([yes + end, judgeYes(yes + end, "de")]).toEqual([yes + end, "yes"]);
  });
  test.each(spoiling)("no yes survives »%s«", (end) => {
    for (const yes of all) expect([yes + end, judgeYes(yes + end, "de")]).not.toEqual([yes + end, "yes"]);
  });
  test("a yes of words inside a story is none", () => {
    for (const story of [
      "ich bin ja krank",
      "da hab ich ja gesagt es passt nicht",
      "das war ja klar",
      "er ist ja okay",
    ])
      expect(judgeYes(story, "de")).not.toBe("yes");
  });
});

test("a time that is the one asked about is no other wish", () => {
  expect(judgeYes("Ja, am Dienstag um halb drei", "de")).toBe("other_wish");
  expect(judgeYes("Ja, am Dienstag um halb drei", "de", () => false)).toBe("yes");
});

test("whatever is said, there is an answer in no time", () => {
  let seed = 20261122;
  const below = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  const words = [...rows(german), ...rows(english)].flatMap(([line]) => line.split(" "));
  const noise = [
    "\u0000",
    "💐",
    "ß",
    "´´",
    "?!?",
    "((",
    "\\",
    "…",
    "1".repeat(400),
    "ja ".repeat(500),
    "nicht so ".repeat(200),
  ];
  for (let i = 0; i < 2_000; i++) {
    const pool = i % 3 ? words : [...words, ...noise];
    const text = Array.from({ length: below(15) }, () => pool[below(pool.length)]).join(" ");
    const timed = () => {
      const began = performance.now();
      expect(["yes", "no", "other_wish", "unclear"]).toContain(judgeYes(text, i % 2 ? "de" : "en"));
      return performance.now() - began;
    };
    // A busy machine may stop us now and then, but not five times in a row.
    expect(Array.from({ length: 5 }).every(() => timed() >= 250)).toBe(false);
  }
});
