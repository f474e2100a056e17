import { Temporal } from "temporal-polyfill";
import type { CallOutcome } from "@/contracts/calls";
import type { DemoBusiness } from "./businesses";
import { demoTimeZone } from "./calendar";
import { callbackWishes } from "./callback-wishes";
import type { Random } from "./random";

export interface DemoTurn {
  role: "agent" | "user";
  content: string;
  startMs: number;
  endMs: number;
}

export interface DemoTool {
  name: string;
  args: Record<string, unknown>;
  reply: Record<string, unknown>;
  status: "succeeded" | "refused";
  atMs: number;
  durationMs: number;
}

export interface DemoConversation {
  turns: DemoTurn[];
  tools: DemoTool[];
  summary: string;
  /** What somebody is to call back about. */
  callbackReason?: string;
  durationMs: number;
  /** The caller heard a time they could have had. */
  offerMade: boolean;
  /** What the caller said to being recorded, and when. */
  recording?: { decision: "granted" | "refused"; atMs: number };
}

export interface DemoTopic {
  business: string;
  kind: DemoBusiness["kind"];
  caller: string;
  service: string;
  staff: string;
  start: Date;
  outcome: CallOutcome;
  /** What the caller will say to being recorded; unless asked, nothing. */
  recording?: "granted" | "refused";
}

const germanDay = new Intl.DateTimeFormat("de-DE", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: demoTimeZone,
});

const when = (start: Date) => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(demoTimeZone);
  const day = germanDay.format(start);
  return {
    day,
    time: `${zoned.hour} Uhr${zoned.minute ? ` ${zoned.minute}` : ""}`,
    iso: zoned.toString({ timeZoneName: "never" }),
  };
};

/** Writes down what was said and asked in one call, with the times at which it happened. */
export function makeConversation(random: Random, topic: DemoTopic): DemoConversation {
  const script = new Script(random);
  const { day, time, iso } = when(topic.start);
  script.agent(
    `Guten Tag, hier ist der digitale Assistent von ${topic.business}. Ich bin eine künstliche Intelligenz. Was kann ich für Sie tun?`,
  );
  if (topic.recording && topic.outcome !== "hung_up") script.askToRecord(topic.recording);
  const close = () => {
    script.caller(
      random.pick(["Vielen Dank, auf Wiederhören.", "Super, danke. Tschüss.", "Nein, das war alles. Danke."]),
    );
    script.agent("Gern. Auf Wiederhören.");
  };
  const offer = { start: iso, service: topic.service, staff: topic.staff };
  switch (topic.outcome) {
    case "booked":
      script.caller(
        random.pick([
          `Guten Tag, ${topic.caller}. Ich hätte gern einen Termin: ${topic.service}.`,
          `Hallo, mein Name ist ${topic.caller}, ich bräuchte einen Termin für ${topic.service}.`,
        ]),
      );
      script.tool(
        "check_availability",
        { service: topic.service },
        {
          success: true,
          message: `Frei ist ${day} um ${time} bei ${topic.staff}.`,
          data: { available: true, offers: [offer] },
        },
      );
      script.agent(`Frei ist ${day} um ${time} bei ${topic.staff}. Passt Ihnen das?`);
      script.caller(random.pick(["Ja, das passt gut.", "Ja, gern.", "Ja, nehme ich."]));
      script.tool(
        "book_appointment",
        { start: iso, customer_name: topic.caller },
        {
          success: true,
          message: `Ihr Termin ist gebucht: ${day} um ${time}.`,
          data: { status: "scheduled", start: iso },
        },
      );
      script.agent(`Ihr Termin ist gebucht: ${topic.service}, ${day} um ${time} bei ${topic.staff}.`);
      close();
      return script.done(`${topic.service} am ${day} um ${time} gebucht.`, true);
    case "moved":
      script.caller(`${topic.caller}, guten Tag. Ich muss meinen Termin leider verschieben.`);
      script.tool(
        "find_appointments",
        {},
        { success: true, message: "Ein Termin gefunden.", data: { appointments: [offer] } },
      );
      script.agent(`Ich sehe Ihren Termin für ${topic.service}. Wann würde es Ihnen besser passen?`);
      script.caller("Ein paar Tage später, wenn möglich.");
      script.tool(
        "reschedule_appointment",
        { start: iso },
        { success: true, message: `Verschoben auf ${day} um ${time}.`, data: { start: iso } },
      );
      script.agent(`Ihr Termin ist verschoben auf ${day} um ${time}.`);
      close();
      return script.done(`Termin auf ${day}, ${time} verschoben.`);
    case "cancelled":
      script.caller(`Hier ist ${topic.caller}. Ich möchte meinen Termin am ${day} absagen.`);
      script.tool("cancel_appointment", {}, { success: true, message: "Der Termin ist abgesagt." });
      script.agent(`Ihr Termin am ${day} um ${time} ist abgesagt.`);
      close();
      return script.done(`Termin am ${day} abgesagt.`);
    case "callback": {
      const { said, reason } = random.pick(callbackWishes[topic.kind]);
      script.caller(said);
      script.tool("request_callback", { reason }, { success: true, message: "Der Rückruf ist notiert." });
      script.agent("Das notiere ich. Jemand aus dem Team ruft Sie zurück.");
      close();
      return { ...script.done(`Rückruf: ${reason}.`), callbackReason: reason };
    }
    case "information": {
      const { said, told } = random.pick([
        { said: "Wie lange haben Sie heute geöffnet?", told: "Öffnungszeiten genannt" },
        { said: `Was kostet ${topic.service} bei Ihnen?`, told: `Preis genannt: ${topic.service}` },
        { said: "Wo finde ich Sie genau?", told: "Adresse genannt" },
      ]);
      script.caller(said);
      script.tool("get_business_info", {}, { success: true, message: `${told}.` });
      script.agent("Gern, das sage ich Ihnen.");
      close();
      return script.done(`${told}.`);
    }
    case "unresolved":
      script.caller(
        `Guten Tag, ${topic.caller}. Ich bräuchte einen Termin: ${topic.service}, möglichst am Abend.`,
      );
      if (random.chance(0.6)) {
        script.tool(
          "check_availability",
          { service: topic.service, time: "abends" },
          { success: true, message: "Am Abend ist nichts frei.", data: { available: false, offers: [] } },
        );
        script.agent("Am Abend ist in den nächsten Wochen leider nichts frei.");
        script.caller("Dann versuche ich es noch einmal. Danke.");
        return script.done(`Am Abend war nichts frei: ${topic.service}.`);
      }
      script.tool(
        "check_availability",
        { service: topic.service, time: "abends" },
        {
          success: true,
          message: `Frei ist ${day} um ${time} bei ${topic.staff}.`,
          data: { available: true, offers: [offer] },
        },
      );
      script.agent(`Frei ist ${day} um ${time} bei ${topic.staff}. Passt Ihnen das?`);
      script.caller("Das muss ich erst zu Hause besprechen.");
      return script.done(`Passte nicht: ${day} um ${time}, ${topic.service}.`, true);
    default:
      script.caller(
        random.pick(["Oh, das ist ja ein Automat.", "Hallo? Ach so, nein.", "Entschuldigung, verwählt."]),
      );
      return script.done("Aufgelegt, bevor ein Anliegen genannt wurde.");
  }
}

const briefPauseMs = 400;

class Script {
  private turns: DemoTurn[] = [];
  private tools: DemoTool[] = [];
  private clock = 900;
  private recording: DemoConversation["recording"];

  constructor(private random: Random) {}

  agent(content: string) {
    this.say("agent", content);
  }

  caller(content: string) {
    this.say("user", content);
  }

  tool(name: string, args: Record<string, unknown>, reply: Record<string, unknown>) {
    const durationMs = this.random.between(18, 140);
    this.tools.push({ name, args, reply, status: "succeeded", atMs: this.clock, durationMs });
    this.clock += durationMs + 500;
  }

  askToRecord(decision: "granted" | "refused") {
    this.say("agent", "Darf ich das Gespräch aufzeichnen, damit unser Team nachhören kann?", briefPauseMs);
    this.say("user", decision === "granted" ? "Ja, meinetwegen." : "Nein, lieber nicht.", briefPauseMs);
    this.recording = { decision, atMs: this.clock - briefPauseMs };
  }

  done(summary: string, offerMade = false): DemoConversation {
    const { turns, tools, recording } = this;
    return { turns, tools, summary, durationMs: this.clock, offerMade, recording };
  }

  /** About fourteen characters a second, then the pause before the other one speaks. */
  private say(role: DemoTurn["role"], content: string, pauseMs = this.random.between(300, 900)) {
    const startMs = this.clock;
    const endMs = startMs + Math.round((content.length / 14) * 1000);
    this.turns.push({ role, content, startMs, endMs });
    this.clock = endMs + pauseMs;
  }
}
