import { setTimeout as sleep } from "node:timers/promises";
import type { Faults, WebhookFault } from "../faults";
import { isSuccess, type PostResult, postSigned } from "./post";

/** Retell gives an endpoint ten seconds and tries three more times; the pauses between are not documented. */
const TIMEOUT_MS = 10_000;
const RETRY_PAUSES_MS = [1_000, 3_000, 9_000];

export interface DeliveryPlan {
  /** Events that never leave. */
  lost?: readonly string[];
  /** Every event goes out twice. */
  twice?: boolean;
  /** started, ended and analyzed are kept back and sent last to first when the call is over. */
  reversed?: boolean;
}

export interface WebhookOptions {
  url: string;
  apiKey: string;
  faults: Faults;
  plan?: DeliveryPlan;
  retryPausesMs?: readonly number[];
  onDelivery?: (delivery: DeliveryNote) => void;
}

export interface DeliveryNote {
  event: string;
  outcome: "accepted" | "refused" | "given_up" | "lost";
  note: string;
}

interface Delivery {
  event: string;
  body: string;
}

/** One call's webhooks: in order, but a failed one is retried behind the back of the next. */
export class RetellWebhooks {
  private queue = Promise.resolve();
  private readonly retrying = new Set<Promise<void>>();
  private held: Delivery[] = [];
  private waiting = new Set<string>();

  constructor(private readonly options: WebhookOptions) {}

  /** Takes the body as it is now and sends it when its turn comes. */
  send(event: string, body: unknown) {
    const delivery = { event, body: JSON.stringify(body) };
    this.queue = this.queue.then(() => this.deliver(delivery));
  }

  /** Sends the newest state once, however often it changed while earlier webhooks were under way. */
  sendNewest(event: string, build: () => unknown) {
    if (this.waiting.has(event)) return;
    this.waiting.add(event);
    this.queue = this.queue.then(() => {
      this.waiting.delete(event);
      return this.deliver({ event, body: JSON.stringify(build()) });
    });
  }

  /** Resolves when everything was delivered, given up or lost. */
  async close() {
    await this.queue;
    const last = this.options.plan?.reversed ? [...this.held].reverse() : this.held;
    this.held = [];
    for (const delivery of last) await this.transmit(delivery, this.options.plan?.twice ?? false);
    await Promise.all(this.retrying);
  }

  private async deliver(delivery: Delivery) {
    const { plan, faults } = this.options;
    const fault: WebhookFault | undefined = faults.takeForWebhook("retell", delivery.event);
    if (fault === "lost_webhook" || plan?.lost?.includes(delivery.event)) {
      this.note(delivery.event, "lost", "geht verloren");
      return;
    }
    const keepBack = plan?.reversed === true && delivery.event !== "transcript_updated";
    if (keepBack || fault === "out_of_order") {
      this.held.push(delivery);
      return;
    }
    await this.transmit(delivery, fault === "duplicate" || plan?.twice === true);
    if (plan?.reversed) return;
    for (const late of this.held.splice(0)) await this.transmit(late, false);
  }

  private async transmit(delivery: Delivery, twice: boolean) {
    for (let copy = 0; copy < (twice ? 2 : 1); copy += 1) {
      const result = await this.post(delivery);
      if (isSuccess(result)) {
        if (delivery.event !== "transcript_updated")
          this.note(delivery.event, "accepted", `${result.elapsedMs} ms`);
        continue;
      }
      this.note(
        delivery.event,
        "refused",
        `abgelehnt (${result.status || result.text}), neuer Versuch folgt`,
      );
      const retry = this.retry(delivery).finally(() => this.retrying.delete(retry));
      this.retrying.add(retry);
    }
  }

  private async retry(delivery: Delivery) {
    for (const pause of this.options.retryPausesMs ?? RETRY_PAUSES_MS) {
      await sleep(pause);
      if (isSuccess(await this.post(delivery))) {
        this.note(delivery.event, "accepted", "beim neuen Versuch angenommen");
        return;
      }
    }
    this.note(delivery.event, "given_up", "aufgegeben");
  }

  private post({ body }: Delivery): Promise<PostResult> {
    return postSigned(this.options.url, body, this.options.apiKey, TIMEOUT_MS);
  }

  private note(event: string, outcome: DeliveryNote["outcome"], note: string) {
    this.options.onDelivery?.({ event, outcome, note });
  }
}
