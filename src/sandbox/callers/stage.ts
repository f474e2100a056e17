import { setTimeout as sleep } from "node:timers/promises";
import type { CalcomAccount } from "../calcom/account";
import type { Bookings } from "../calcom/bookings";
import type { Faults } from "../faults";
import type { Random } from "../random";
import type { RetellAccount } from "../retell/account";
import type { Pace } from "../retell/clock";
import { LiveCall } from "../retell/live-call";
import type { DeliveryPlan } from "../retell/webhooks";
import { Conversation } from "./conversation";
import { makePerson, type Person } from "./people";
import type { ProductApi } from "./product-api";
import type { Run } from "./run";

/** Behind the scenes processing takes a moment; after this it counts as missing. */
const DEFAULT_PATIENCE_SECONDS = 30;
const POLL_PAUSES_MS = [200, 400, 800, 1_500, 3_000];

/** What Retell gives as the caller's number where there is none. */
export const HIDDEN_NUMBER = "anonymous";

/** True, or a word about what was found instead. */
export type Finding = true | string;

/** The stand-ins a scenario can reach behind the product's back. */
export interface Vendors {
  account: RetellAccount;
  faults: Faults;
  calendar: { account: CalcomAccount; bookings: Bookings };
}

export interface StageOptions extends Vendors {
  run: Run;
  targetUrl: string;
  apiKey: string;
  phoneNumber: string;
  pace: Pace;
  random: Random;
  product: ProductApi | undefined;
  /** Overrides how long look-ups are repeated. */
  patienceSeconds?: number;
}

export interface ConnectOptions {
  person?: Person;
  /** Name of the caller in the printed dialogue, where several call. */
  label?: string;
  fromNumber?: string;
  toNumber?: string;
  pace?: Pace;
  deliveries?: DeliveryPlan;
}

/** What a scenario plays on: it makes callers, connects them, and checks what came of it. */
export class Stage {
  readonly random: Random;
  /** Cal.com, as somebody on its booking page reaches it. */
  readonly calendar: Vendors["calendar"];
  /** What goes wrong at the vendors while the scenario plays. */
  readonly faults: Faults;

  constructor(private readonly options: StageOptions) {
    this.random = options.random;
    this.calendar = options.calendar;
    this.faults = options.faults;
  }

  person(): Person {
    return makePerson(this.random);
  }

  note(text: string) {
    this.options.run.lines.push({ at: 0, call: "", kind: "note", text });
  }

  /** Somebody dials the business's number and is connected with the agent. */
  async connect(connect: ConnectOptions = {}): Promise<Conversation> {
    const { options } = this;
    const person = connect.person ?? this.person();
    const label = connect.label ?? "";
    const fromNumber = connect.fromNumber ?? person.phone;
    const toNumber = connect.toNumber ?? options.phoneNumber;
    const refused: string[] = [];
    const onLine = (line: Run["lines"][number]) => void options.run.lines.push(line);
    onLine({
      at: 0,
      call: label,
      kind: "ring",
      text: `${fromNumber === HIDDEN_NUMBER ? "Unterdrückte Nummer" : fromNumber} ruft ${toNumber} an`,
    });
    const live = await LiveCall.connect({
      targetUrl: options.targetUrl,
      apiKey: options.apiKey,
      account: options.account,
      faults: options.faults,
      random: options.random,
      fromNumber,
      toNumber,
      pace: connect.pace ?? options.pace,
      deliveries: connect.deliveries,
      onWebhook: (seconds, { event, outcome, note }) => {
        if (outcome === "refused") refused.push(event);
        onLine({
          at: Math.round(seconds * 10) / 10,
          call: label,
          kind: "webhook",
          text: event,
          result: note,
        });
      },
    });
    options.run.callIds.push(live.call.call_id);
    return new Conversation(live, person, label, onLine, refused);
  }

  /** Something that was heard on the phone. */
  expectHeard(text: string, finding: Finding) {
    this.options.run.expectations.push(
      finding === true ? { text, state: "true" } : { text, state: "false", found: finding },
    );
  }

  /** Something that has to stand in the product, looked up until it does or patience ends. */
  async expectStored(
    text: string,
    probe: (product: ProductApi) => Promise<Finding>,
    patienceSeconds = DEFAULT_PATIENCE_SECONDS,
  ) {
    const { product, run } = this.options;
    if (!product) {
      run.expectations.push({ text, state: "unchecked" });
      return;
    }
    const deadline = Date.now() + (this.options.patienceSeconds ?? patienceSeconds) * 1000;
    for (let round = 0; ; round += 1) {
      const finding = await look(probe, product);
      if (finding === true) {
        run.expectations.push({ text, state: "true" });
        return;
      }
      const pauseMs = POLL_PAUSES_MS[Math.min(round, POLL_PAUSES_MS.length - 1)] ?? 1_000;
      if (Date.now() + pauseMs > deadline) {
        run.expectations.push({ text, state: "false", found: finding });
        return;
      }
      await sleep(pauseMs);
    }
  }
}

async function look(probe: (product: ProductApi) => Promise<Finding>, product: ProductApi): Promise<Finding> {
  try {
    return await probe(product);
  } catch (error) {
    return error instanceof Error ? error.message : "unbekannter Fehler";
  }
}
