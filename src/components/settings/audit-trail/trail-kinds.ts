import type messages from "@/messages/de/audit-trail.json";

export type TrailKind = keyof typeof messages.kinds;

/** What can be asked for, the everyday first. */
export const trailKinds: readonly TrailKind[] = [
  "appointment",
  "customer",
  "callback",
  "call",
  "staff",
  "service",
  "branch",
  "resource",
  "assistant",
  "agent",
  "phone_number",
  "booking_rule",
  "tenant",
  "user",
  "invitation",
  "api_key",
  "calendar_feed",
  "calcom",
  "saved_view",
  "setup",
  "audit_trail",
  "webhook",
  "tool",
  "job",
];
