import type { Collection, Store } from "../store";
import { type CalcomEventType, type CalcomFixtures, type CalcomHost, defaultFixtures } from "./fixtures";

interface Attendee {
  name: string;
  email: string;
  phoneNumber?: string;
  timeZone: string;
  language: string;
  absent: boolean;
}

/** One booking as Cal.com's database would have it. Times are ISO instants in UTC. */
export interface Booking {
  id: number;
  uid: string;
  eventTypeId: number;
  hostId: number;
  title: string;
  status: "accepted" | "pending" | "cancelled" | "rejected";
  start: string;
  end: string;
  attendee: Attendee;
  guests: string[];
  metadata: Record<string, string>;
  responses: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
  absentHost: boolean;
  cancellationReason?: string;
  reschedulingReason?: string;
  rescheduledFromUid?: string;
  rescheduledToUid?: string;
}

export interface Reservation {
  uid: string;
  eventTypeId: number;
  start: string;
  end: string;
  until: string;
}

export interface WebhookSubscription {
  id: string;
  subscriberUrl: string;
  /** Undefined: every trigger. */
  triggers?: string[];
  active: boolean;
  secret?: string;
}

const FIRST_BOOKING_ID = 5_200_000;

/** What one Cal.com account holds. */
export class CalcomAccount {
  readonly bookings: Collection<Booking>;
  readonly reservations: Collection<Reservation>;
  readonly webhooks: Collection<WebhookSubscription>;
  private readonly settings: Collection<CalcomFixtures>;

  constructor(store: Store) {
    this.bookings = store.collection("calcom.bookings", 10_000);
    this.reservations = store.collection("calcom.reservations", 500);
    this.webhooks = store.collection("calcom.webhooks", 50);
    this.settings = store.collection("calcom.fixtures", 1);
  }

  get fixtures(): CalcomFixtures {
    return this.settings.get("fixtures") ?? defaultFixtures;
  }

  /** Replaces people and event types; bookings named are added to those already there. */
  setFixtures(fixtures: CalcomFixtures) {
    this.settings.set("fixtures", { ...fixtures, bookings: [] });
    for (const { uid, eventTypeId, start, hostId, attendee, metadata } of fixtures.bookings) {
      const eventType = this.eventType(eventTypeId);
      if (!eventType || this.bookings.get(uid)) continue;
      const begins = new Date(start);
      const ends = new Date(begins.getTime() + eventType.lengthInMinutes * 60_000);
      const now = new Date().toISOString();
      this.bookings.set(uid, {
        id: this.nextBookingId(),
        uid,
        eventTypeId,
        hostId: hostId ?? eventType.hostIds[0] ?? 0,
        title: `${eventType.title} mit ${attendee.name}`,
        status: "accepted",
        start: begins.toISOString(),
        end: ends.toISOString(),
        attendee: {
          name: attendee.name,
          email: attendee.email ?? phoneEmail(attendee.phoneNumber ?? uid),
          phoneNumber: attendee.phoneNumber,
          timeZone: fixtures.timeZone,
          language: "de",
          absent: false,
        },
        guests: [],
        metadata,
        responses: {},
        createdAt: now,
        updatedAt: now,
        absentHost: false,
      });
    }
  }

  eventType(id: number): CalcomEventType | undefined {
    return this.fixtures.eventTypes.find((type) => type.id === id);
  }

  host(id: number): CalcomHost | undefined {
    return this.fixtures.hosts.find((host) => host.id === id);
  }

  nextBookingId(): number {
    return this.bookings.values().reduce((highest, { id }) => Math.max(highest, id), FIRST_BOOKING_ID) + 1;
  }
}

/** The address Cal.com makes up for somebody who gave only a number. */
export const phoneEmail = (phoneNumber: string) => `${phoneNumber.replace(/\D/g, "")}@sms.cal.com`;
