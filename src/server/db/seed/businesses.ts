import type { FederalState } from "@/contracts/tenants";

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Weekdays → "HH:MM-HH:MM" ranges of local time. */
type Week = { days: Weekday[]; hours: string[] }[];

export interface DemoBusiness {
  slug: string;
  name: string;
  kind: "physiotherapy" | "salon" | "consultancy";
  calendarSource: "own" | "calcom";
  calcomTeamSlug?: string;
  /** Whether callers are asked if they may be recorded. */
  asksToRecord?: boolean;
  branches: { name: string; address: string; phoneNumber: string; federalState: FederalState; week: Week }[];
  services: {
    name: string;
    minutes: number;
    priceCents: number;
    bufferAfter?: number;
    /** Minutes since the start, `[from, to]`, in which it works by itself. */
    gap?: [number, number];
    /** How many people take part, where it is more than one. */
    staffNeeded?: number;
    /** The room it needs, in the branch of this index. */
    room?: { name: string; branch: number };
    synonyms: string[];
    description: string;
    calcomId?: number;
  }[];
  /** `does` lists indices of services, `at` pairs a branch index with the weekdays worked there. */
  staff: {
    name: string;
    email: string;
    does: number[];
    at: { branch: number; days: Weekday[]; hours: string[] }[];
  }[];
  /** A Saturday some weeks ahead on which a branch is open all the same, and who works then, by index. */
  openSaturday?: { branch: number; staff: number; hours: string };
}

const weekdays: Weekday[] = [1, 2, 3, 4, 5];

/** Telephone numbers come from the ranges that the Bundesnetzagentur keeps free for films and books. */
export const demoBusinesses: DemoBusiness[] = [
  {
    slug: "physio-am-park",
    asksToRecord: true,
    name: "Physiotherapie am Park",
    kind: "physiotherapy",
    calendarSource: "own",
    branches: [
      {
        name: "Am Park",
        address: "Parkstraße 12, 13086 Berlin",
        phoneNumber: "+493023125001",
        federalState: "BE",
        week: [
          { days: [1, 2, 3, 4], hours: ["07:30-19:00"] },
          { days: [5], hours: ["07:30-16:00"] },
        ],
      },
      {
        name: "Nordstadt",
        address: "Nordallee 48, 13158 Berlin",
        phoneNumber: "+493023125002",
        federalState: "BE",
        week: [
          { days: [1, 2, 3, 4], hours: ["08:00-12:30", "13:30-18:30"] },
          { days: [5], hours: ["08:00-14:00"] },
        ],
      },
    ],
    services: [
      {
        name: "Krankengymnastik",
        minutes: 30,
        priceCents: 3400,
        synonyms: ["KG", "Physiotherapie", "Physio"],
        description: "Auf Rezept oder als Selbstzahler.",
      },
      {
        name: "Manuelle Therapie",
        minutes: 30,
        priceCents: 3900,
        synonyms: ["MT"],
        description: "Behandlung von Gelenken und Wirbelsäule.",
      },
      {
        name: "Lymphdrainage",
        minutes: 45,
        priceCents: 4800,
        bufferAfter: 5,
        synonyms: ["MLD", "Manuelle Lymphdrainage"],
        description: "45 Minuten, mit Ruhezeit.",
      },
      {
        name: "Massage",
        minutes: 30,
        priceCents: 3200,
        synonyms: ["Rückenmassage", "Klassische Massage"],
        description: "Klassische Massagetherapie.",
      },
      {
        name: "Erstbefund",
        minutes: 45,
        priceCents: 5500,
        synonyms: ["Ersttermin", "Befundaufnahme"],
        description: "Aufnahme und Befund für neue Patientinnen und Patienten.",
      },
      {
        name: "Bewegungsbad",
        minutes: 30,
        priceCents: 3600,
        bufferAfter: 10,
        room: { name: "Becken", branch: 0 },
        synonyms: ["Wassergymnastik", "Aquatherapie"],
        description: "Einzelbehandlung im warmen Becken.",
      },
      {
        name: "Gangschule",
        minutes: 45,
        priceCents: 7200,
        staffNeeded: 2,
        synonyms: ["Gangtraining"],
        description: "Gehen üben mit zwei Therapierenden.",
      },
    ],
    staff: [
      {
        name: "Jana Brandt",
        email: "jana.brandt@physio-am-park.example",
        does: [0, 1, 4, 5, 6],
        at: [{ branch: 0, days: weekdays, hours: ["07:30-15:30"] }],
      },
      {
        name: "Tobias Keller",
        email: "tobias.keller@physio-am-park.example",
        does: [0, 1, 3, 5, 6],
        at: [{ branch: 0, days: [1, 2, 3, 4], hours: ["11:00-19:00"] }],
      },
      {
        name: "Miriam Vogt",
        email: "miriam.vogt@physio-am-park.example",
        does: [0, 2, 3, 4],
        at: [{ branch: 0, days: [1, 3, 5], hours: ["08:00-14:00"] }],
      },
      {
        name: "Felix Arndt",
        email: "felix.arndt@physio-am-park.example",
        does: [0, 1, 3, 4],
        at: [{ branch: 1, days: weekdays, hours: ["08:00-12:30", "13:30-17:00"] }],
      },
      {
        name: "Selin Aydin",
        email: "selin.aydin@physio-am-park.example",
        does: [0, 2, 3],
        at: [
          { branch: 1, days: [1, 2, 4], hours: ["09:00-12:30", "13:30-18:30"] },
          { branch: 0, days: [5], hours: ["08:00-14:00"] },
        ],
      },
    ],
    openSaturday: { branch: 0, staff: 0, hours: "09:00-13:00" },
  },
  {
    slug: "salon-lindner",
    name: "Salon Lindner",
    kind: "salon",
    calendarSource: "own",
    branches: [
      {
        name: "Eppendorf",
        address: "Lindenweg 7, 20249 Hamburg",
        phoneNumber: "+494066969010",
        federalState: "HH",
        week: [
          { days: [2, 3, 4, 5], hours: ["09:00-18:00"] },
          { days: [6], hours: ["09:00-14:00"] },
        ],
      },
    ],
    services: [
      {
        name: "Herrenhaarschnitt",
        minutes: 30,
        priceCents: 2900,
        synonyms: ["Herrenschnitt", "Männerhaarschnitt"],
        description: "Waschen, schneiden, stylen.",
      },
      {
        name: "Damenhaarschnitt",
        minutes: 60,
        priceCents: 5200,
        synonyms: ["Damenschnitt", "Frauenhaarschnitt"],
        description: "Waschen, schneiden, föhnen.",
      },
      {
        name: "Kinderhaarschnitt",
        minutes: 30,
        priceCents: 1900,
        synonyms: ["Kinderschnitt"],
        description: "Bis zwölf Jahre.",
      },
      {
        name: "Ansatzfarbe",
        minutes: 90,
        priceCents: 6400,
        bufferAfter: 10,
        synonyms: ["Ansatzfärbung", "Ansatz färben", "Farbe"],
        description: "Mit Einwirkzeit.",
      },
      {
        name: "Strähnen",
        minutes: 120,
        priceCents: 9800,
        bufferAfter: 10,
        synonyms: ["Highlights", "Folien"],
        description: "Mit Pflege und Föhnen.",
      },
      {
        name: "Dauerwelle",
        minutes: 135,
        priceCents: 11500,
        gap: [45, 75],
        synonyms: ["Umformung", "Locken"],
        description: "Mit Einwirkzeit.",
      },
    ],
    staff: [
      {
        name: "Mara Lindner",
        email: "mara.lindner@salon-lindner.example",
        does: [0, 1, 3, 4, 5],
        at: [{ branch: 0, days: [2, 3, 4, 5], hours: ["09:00-17:00"] }],
      },
      {
        name: "Jonas Petersen",
        email: "jonas.petersen@salon-lindner.example",
        does: [0, 2],
        at: [
          { branch: 0, days: [2, 3, 4, 5], hours: ["10:00-18:00"] },
          { branch: 0, days: [6], hours: ["09:00-14:00"] },
        ],
      },
      {
        name: "Aylin Kaya",
        email: "aylin.kaya@salon-lindner.example",
        does: [0, 1, 2, 3, 5],
        at: [
          { branch: 0, days: [3, 4, 5], hours: ["09:00-18:00"] },
          { branch: 0, days: [6], hours: ["09:00-14:00"] },
        ],
      },
      {
        name: "Sophie Brandes",
        email: "sophie.brandes@salon-lindner.example",
        does: [1, 3, 4],
        at: [{ branch: 0, days: [2, 4, 5], hours: ["09:00-15:00"] }],
      },
    ],
  },
  {
    slug: "beratung-hansen",
    name: "Hansen & Winter Beratung",
    kind: "consultancy",
    calendarSource: "calcom",
    calcomTeamSlug: "hansen-winter",
    branches: [
      {
        name: "Köln",
        address: "Rheinufer 21, 50668 Köln",
        phoneNumber: "+492214710020",
        federalState: "NW",
        week: [{ days: weekdays, hours: ["09:00-17:00"] }],
      },
    ],
    services: [
      {
        name: "Erstgespräch",
        minutes: 30,
        priceCents: 0,
        synonyms: ["Kennenlernen", "Erstberatung"],
        description: "Kostenfrei und unverbindlich.",
        calcomId: 901001,
      },
      {
        name: "Strategieberatung",
        minutes: 60,
        priceCents: 18000,
        synonyms: ["Beratung", "Strategie"],
        description: "Eine Stunde mit Protokoll.",
        calcomId: 901002,
      },
      {
        name: "Jahresgespräch",
        minutes: 45,
        priceCents: 12000,
        synonyms: ["Jahresabschlussgespräch"],
        description: "Rückblick und Planung.",
        calcomId: 901003,
      },
    ],
    staff: [
      {
        name: "Henrik Hansen",
        email: "henrik.hansen@beratung-hansen.example",
        does: [0, 1],
        at: [{ branch: 0, days: weekdays, hours: ["09:00-17:00"] }],
      },
      {
        name: "Clara Winter",
        email: "clara.winter@beratung-hansen.example",
        does: [2],
        at: [{ branch: 0, days: weekdays, hours: ["09:00-17:00"] }],
      },
    ],
  },
];
