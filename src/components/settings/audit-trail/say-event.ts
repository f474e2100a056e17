import type { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";

export type TrailRow = Outputs["auditTrail"]["list"]["rows"][number];
type Translate = ReturnType<typeof useTranslations<"auditTrail">>;

/** Who did it, as people say it. */
export function sayActor(t: Translate, actor: TrailRow["actor"]): string {
  switch (actor.kind) {
    case "person":
      return actor.name ?? t("by.former");
    case "apiKey":
      return actor.name ? t("by.apiKey", { name: actor.name }) : t("by.mainKey");
    case "webhook":
      return actor.provider === "calcom" ? t("by.calcom") : t("by.retell");
    default:
      return t(`by.${actor.kind}`);
  }
}

/** From where: people sit at a browser, the assistant in a call. */
export function sayOrigin(t: Translate, { actor, from }: TrailRow): string {
  if (from?.device && from.address) return t("origin.device", { ...from.device, address: from.address });
  switch (actor.kind) {
    case "person":
    case "platform":
      return t("origin.browser");
    case "apiKey":
      return t("origin.interface");
    default:
      return t(`origin.${actor.kind}`);
  }
}

/** What was done to what, in one sentence. `sayTime` writes an instant in the business's zone. */
export function sayEvent(t: Translate, row: TrailRow, sayTime: (instant: Date) => string): string {
  const { type, subject, of, entityId, details } = row;
  const at = subject instanceof Date ? sayTime(subject) : subject;
  const named = at && of ? t("subjectOf", { subject: at, of }) : at;
  const values = {
    ...noDetails,
    ...details,
    subject: named ?? (entityId ? t("number", { id: entityId }) : ""),
  };
  return t(`events.${type}`, values);
}

/** What some sentences count or name; rows that were written before they did lack it. */
const noDetails = { provider: "", created: 0, filled: 0, rows: 0, count: 0, number: 0, phoneNumber: "" };

/** What more there is to say: from when to when, and why. */
export function sayDetail(t: Translate, row: TrailRow, sayTime: (instant: Date) => string): string {
  const { type, details } = row;
  const text = (name: string) => (typeof details[name] === "string" ? details[name] : undefined);
  const instant = (name: string) => {
    const written = text(name);
    return written && !Number.isNaN(Date.parse(written)) ? sayTime(new Date(written)) : undefined;
  };
  const between = (key: "moved" | "resized" | "colleague", from?: string, to?: string) =>
    from && to && from !== to && t(`detail.${key}`, { from, to });
  const parts = [
    type === "appointment.moved" && between("moved", instant("fromStart"), instant("toStart")),
    type === "appointment.moved" && between("colleague", text("fromStaff"), text("toStaff")),
    type === "appointment.resized" && between("resized", instant("fromEnd"), instant("toEnd")),
    saysWhy.has(type) && text("reason") && t("detail.reason", { reason: text("reason") ?? "" }),
    text("overrideReason") && t("detail.override", { reason: text("overrideReason") ?? "" }),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** In other events the reason is a code of ours. */
const saysWhy = new Set<string>(["appointment.cancelled", "tenant.suspended"]);
