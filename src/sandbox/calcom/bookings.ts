import { randomBytes } from "node:crypto";
import { isValidPhoneNumber } from "libphonenumber-js/max";
import type { z } from "zod";
import { type Booking, type CalcomAccount, phoneEmail } from "./account";
import { absentInput, cancelInput, createInput, declineInput, read, rescheduleInput } from "./booking-input";
import { freeHosts, isWithinWindow } from "./calendar";
import type { CalcomEventType } from "./fixtures";
import { badRequest, eventTypeNotFound, notFound, outsideWindow, slotTaken } from "./refusal";
import { bookingWebhook, noShowWebhook } from "./webhook-payloads";
import type { CalcomWebhooks } from "./webhooks";

const newUid = () => randomBytes(16).toString("base64url");

/** Everything that changes bookings, each with the webhook Cal.com sends for it. */
export class Bookings {
  constructor(
    private readonly account: CalcomAccount,
    private readonly webhooks: CalcomWebhooks,
  ) {}

  get(uid: string): Booking {
    const booking = this.account.bookings.get(uid);
    if (!booking) throw notFound(`Booking with uid=${uid} was not found in the database`);
    return booking;
  }

  create(body: unknown): Booking {
    const input = read(createInput, body);
    const eventType = this.findEventType(input);
    const { attendee } = input;
    if (!attendee.email && !attendee.phoneNumber) {
      throw badRequest("attendee: at least one contact method is required: email or phoneNumber");
    }
    if (attendee.phoneNumber && !isValidPhoneNumber(attendee.phoneNumber)) {
      throw badRequest("Invalid phone number format. Please use international format.");
    }
    if (input.lengthInMinutes !== undefined && input.lengthInMinutes !== eventType.lengthInMinutes) {
      throw badRequest(
        "Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths.",
      );
    }
    const hostId = this.takeHost(eventType, Date.parse(input.start));
    const booking = this.add(eventType, hostId, Date.parse(input.start), {
      attendee: {
        name: attendee.name,
        email: attendee.email ?? phoneEmail(attendee.phoneNumber ?? ""),
        phoneNumber: attendee.phoneNumber,
        timeZone: attendee.timeZone,
        language: attendee.language ?? "en",
        absent: false,
      },
      guests: input.guests,
      metadata: input.metadata,
      responses: input.bookingFieldsResponses,
    });
    const trigger = eventType.requiresConfirmation ? "BOOKING_REQUESTED" : "BOOKING_CREATED";
    this.webhooks.send(bookingWebhook(this.account, trigger, booking));
    return booking;
  }

  /** Makes a new booking with a new uid and cancels the old one. */
  reschedule(uid: string, body: unknown): Booking {
    const input = read(rescheduleInput, body);
    const old = this.get(uid);
    this.refuseUnlessLive(old, "rescheduled");
    const eventType = this.eventTypeOf(old);
    const startMs = Date.parse(input.start);
    const hostId = this.takeHost(eventType, startMs, old.uid);
    const { attendee, guests, metadata, responses } = old;
    const moved = this.add(eventType, hostId, startMs, { attendee, guests, metadata, responses });
    moved.rescheduledFromUid = old.uid;
    if (input.reschedulingReason) moved.reschedulingReason = input.reschedulingReason;
    this.change(moved, {});
    this.change(old, { status: "cancelled", rescheduledToUid: moved.uid });
    const trigger = eventType.requiresConfirmation ? "BOOKING_REQUESTED" : "BOOKING_RESCHEDULED";
    this.webhooks.send(
      bookingWebhook(this.account, trigger, moved, {
        rescheduleId: old.id,
        rescheduleUid: old.uid,
        rescheduleStartTime: old.start,
        rescheduleEndTime: old.end,
        rescheduledBy: this.account.host(hostId)?.email,
      }),
    );
    return moved;
  }

  cancel(uid: string, body: unknown): Booking {
    const input = read(cancelInput, body);
    const booking = this.get(uid);
    this.refuseUnlessLive(booking, "cancelled");
    this.change(booking, { status: "cancelled", cancellationReason: input.cancellationReason });
    this.webhooks.send(
      bookingWebhook(this.account, "BOOKING_CANCELLED", booking, {
        cancelledBy: this.account.host(booking.hostId)?.email,
        cancellationReason: input.cancellationReason ?? "",
        requestReschedule: false,
      }),
    );
    return booking;
  }

  /** A confirmed request arrives as BOOKING_CREATED. */
  confirm(uid: string): Booking {
    const booking = this.get(uid);
    if (booking.status !== "pending") throw badRequest("Booking already confirmed");
    this.change(booking, { status: "accepted" });
    this.webhooks.send(bookingWebhook(this.account, "BOOKING_CREATED", booking));
    return booking;
  }

  decline(uid: string, body: unknown): Booking {
    const input = read(declineInput, body);
    const booking = this.get(uid);
    if (booking.status !== "pending") throw badRequest("Booking is not pending");
    this.change(booking, { status: "rejected", cancellationReason: input.reason });
    const extra = { rejectionReason: input.reason ?? "" };
    this.webhooks.send(bookingWebhook(this.account, "BOOKING_REJECTED", booking, extra));
    return booking;
  }

  markAbsent(uid: string, body: unknown): Booking {
    const input = read(absentInput, body);
    const booking = this.get(uid);
    const mark = input.attendees.find(({ email }) => email === booking.attendee.email);
    if (mark) booking.attendee.absent = mark.absent;
    this.change(booking, { absentHost: input.host ?? booking.absentHost });
    this.webhooks.send(noShowWebhook(booking));
    return booking;
  }

  private findEventType(input: z.output<typeof createInput>): CalcomEventType {
    const { eventTypeId, eventTypeSlug, username, teamSlug } = input;
    if (eventTypeId !== undefined) {
      const eventType = this.account.eventType(eventTypeId);
      if (!eventType) throw eventTypeNotFound(eventTypeId);
      return eventType;
    }
    if (!eventTypeSlug || (!username && !teamSlug)) {
      throw badRequest(
        "Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be provided",
      );
    }
    const { team, eventTypes } = this.account.fixtures;
    const eventType = eventTypes.find((type) => {
      const owned = teamSlug
        ? team?.slug === teamSlug && type.teamId === team.id
        : type.hostIds.some((id) => this.account.host(id)?.username === username);
      return type.slug === eventTypeSlug && owned;
    });
    if (!eventType) throw notFound(`Event type with slug ${eventTypeSlug} not found.`);
    return eventType;
  }

  private eventTypeOf(booking: Booking): CalcomEventType {
    const eventType = this.account.eventType(booking.eventTypeId);
    if (!eventType) throw eventTypeNotFound(booking.eventTypeId);
    return eventType;
  }

  /** Whoever is free at that time, or Cal.com's refusal. */
  private takeHost(eventType: CalcomEventType, startMs: number, ignoredUid?: string): number {
    const now = Date.now();
    if (startMs < now) throw badRequest("Attempting to book a meeting in the past.");
    if (!isWithinWindow(eventType, startMs, now)) throw outsideWindow();
    const [hostId] = freeHosts(this.account, eventType, startMs, ignoredUid);
    if (hostId === undefined) throw slotTaken(eventType.teamId !== undefined);
    return hostId;
  }

  private refuseUnlessLive(booking: Booking, verb: string) {
    if (booking.status === "cancelled" || booking.status === "rejected") {
      throw badRequest(
        `Can't ${verb === "cancelled" ? "cancel" : "reschedule"} booking with uid=${booking.uid} because it has been cancelled already.`,
      );
    }
  }

  private add(
    eventType: CalcomEventType,
    hostId: number,
    startMs: number,
    details: Pick<Booking, "attendee" | "guests" | "metadata" | "responses">,
  ): Booking {
    const now = new Date().toISOString();
    const uid = newUid();
    return this.account.bookings.set(uid, {
      id: this.account.nextBookingId(),
      uid,
      eventTypeId: eventType.id,
      hostId,
      title: `${eventType.title} between ${this.account.host(hostId)?.name ?? ""} and ${details.attendee.name}`,
      status: eventType.requiresConfirmation ? "pending" : "accepted",
      start: new Date(startMs).toISOString(),
      end: new Date(startMs + eventType.lengthInMinutes * 60_000).toISOString(),
      createdAt: now,
      updatedAt: now,
      absentHost: false,
      ...details,
      attendee: { ...details.attendee },
    });
  }

  private change(booking: Booking, changes: Partial<Booking>) {
    Object.assign(booking, changes, { updatedAt: new Date().toISOString() });
    this.account.bookings.set(booking.uid, booking);
  }
}
