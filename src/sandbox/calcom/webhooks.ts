import type { Faults } from "../faults";
import type { CalcomAccount, WebhookSubscription } from "./account";
import { signCalcom } from "./signature";

const TIMEOUT_MS = 10_000;
/** An overtaken webhook arrives at the latest after this, even when nothing overtakes it. */
const LATE_MS = 2_000;

/** Sends webhooks once each, as Cal.com does: nobody tries again. */
export class CalcomWebhooks {
  private queue = Promise.resolve();
  private held: (() => Promise<void>)[] = [];

  constructor(
    private readonly account: CalcomAccount,
    private readonly faults: Faults,
    private readonly standing: { url: string; secret: string | undefined } | undefined,
  ) {}

  send(body: { triggerEvent: string }) {
    const text = JSON.stringify(body);
    const targets = this.subscriptions().filter(
      ({ active, triggers }) => active && (triggers === undefined || triggers.includes(body.triggerEvent)),
    );
    const deliver = async () => {
      await Promise.all(targets.map((target) => post(target, text)));
    };
    const fault = this.faults.takeForWebhook("calcom", body.triggerEvent);
    if (fault === "lost_webhook") return;
    if (fault === "out_of_order") {
      this.held.push(deliver);
      setTimeout(() => this.release(), LATE_MS).unref();
      return;
    }
    this.enqueue(deliver);
    if (fault === "duplicate") this.enqueue(deliver);
    this.release();
  }

  /** Resolves when everything under way was delivered. */
  settled(): Promise<void> {
    return this.queue;
  }

  private release() {
    for (const deliver of this.held.splice(0)) this.enqueue(deliver);
  }

  private enqueue(deliver: () => Promise<void>) {
    this.queue = this.queue.then(deliver);
  }

  private subscriptions(): WebhookSubscription[] {
    const own = this.account.webhooks.values();
    if (!this.standing) return own;
    const { url, secret } = this.standing;
    return [{ id: "standing", subscriberUrl: url, active: true, secret }, ...own];
  }
}

async function post(target: WebhookSubscription, body: string): Promise<void> {
  try {
    await fetch(target.subscriberUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-cal-signature-256": signCalcom(body, target.secret),
        "x-cal-webhook-version": "2021-10-20",
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    // Cal.com does not try again either: whoever missed it has to ask.
  }
}
