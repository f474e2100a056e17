import { z } from "zod";

const person = z.object({
  id: z.int().positive(),
  name: z.string().min(1),
  email: z.email(),
  username: z.string().min(1),
});

const eventType = z.object({
  id: z.int().positive(),
  title: z.string().min(1),
  slug: z.string().min(1),
  lengthInMinutes: z.int().positive(),
  /** Who may be booked; with several, Cal.com picks one (round robin). */
  hostIds: z.array(z.int().positive()).min(1),
  /** Without a team, the only host owns it. */
  teamId: z.int().positive().optional(),
  requiresConfirmation: z.boolean().default(false),
  /** Minutes. */
  minimumBookingNotice: z.int().min(0).default(120),
});

/** A booking that was there before the stand-in started, such as those of a seeded demo. */
const knownBooking = z.object({
  uid: z.string().min(1).max(191),
  eventTypeId: z.int().positive(),
  start: z.iso.datetime({ offset: true }),
  hostId: z.int().positive().optional(),
  attendee: z.object({ name: z.string(), email: z.string().optional(), phoneNumber: z.string().optional() }),
  metadata: z.record(z.string(), z.string()).default({}),
});

export const fixturesSchema = z.object({
  timeZone: z.string().default("Europe/Berlin"),
  team: z.object({ id: z.int().positive(), slug: z.string(), name: z.string() }).optional(),
  hosts: z.array(person).min(1),
  eventTypes: z.array(eventType).min(1),
  bookings: z.array(knownBooking).max(5_000).default([]),
});
export type CalcomFixtures = z.output<typeof fixturesSchema>;
export type CalcomHost = z.output<typeof person>;
export type CalcomEventType = z.output<typeof eventType>;

/** The demo's consultancy as its Cal.com has it; the product's seed names the same numbers. */
export const defaultFixtures: CalcomFixtures = {
  timeZone: "Europe/Berlin",
  team: { id: 90100, slug: "hansen-winter", name: "Hansen & Winter Beratung" },
  hosts: [
    {
      id: 900101,
      name: "Henrik Hansen",
      email: "henrik.hansen@beratung-hansen.example",
      username: "henrik-hansen",
    },
    {
      id: 900102,
      name: "Clara Winter",
      email: "clara.winter@beratung-hansen.example",
      username: "clara-winter",
    },
  ],
  eventTypes: [
    {
      id: 901001,
      title: "Erstgespräch",
      slug: "erstgespraech",
      lengthInMinutes: 30,
      hostIds: [900101],
      teamId: 90100,
      requiresConfirmation: false,
      minimumBookingNotice: 120,
    },
    {
      id: 901002,
      title: "Strategieberatung",
      slug: "strategieberatung",
      lengthInMinutes: 60,
      hostIds: [900101],
      teamId: 90100,
      requiresConfirmation: false,
      minimumBookingNotice: 120,
    },
    {
      id: 901003,
      title: "Jahresgespräch",
      slug: "jahresgespraech",
      lengthInMinutes: 45,
      hostIds: [900102],
      teamId: 90100,
      requiresConfirmation: false,
      minimumBookingNotice: 120,
    },
  ],
  bookings: [],
};
