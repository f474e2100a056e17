import { holidayName } from "@/lib/holiday-names";
import { type SpeechClock, speakTime } from "@/lib/speech/moments";
import { speakHours, speakOpeningHours } from "@/lib/speech/opening-hours";
import { speakDuration, speakMoney } from "@/lib/speech/quantities";
import type { Sentences } from "./de";
import {
  capital,
  type SpokenAppointment,
  type SpokenReading,
  type SpokenService,
  type SpokenSlot,
  speaker,
} from "./spoken";

const place = ({ staff, branch }: SpokenSlot) =>
  `${staff ? ` with ${staff}` : ""}${branch ? ` at our ${branch} branch` : ""}`;
const { and, or, day, at, choice } = speaker("en", place);
const time = (hhmm: string) => speakTime(hhmm, "en");
const callback = "Would you like someone to call you back?";

const meant = (what: SpokenReading, clock: SpeechClock) =>
  what.kind === "moment"
    ? at(what.start, clock, "object")
    : what.kind === "day"
      ? day(what.date, clock, "object")
      : time(what.time);

const appointment = (a: SpokenAppointment) =>
  `${a.service} ${at(a.start, a.clock)}${place(a)}${a.pending ? ", not yet confirmed" : ""}`;
const list = (appointments: SpokenAppointment[]) => appointments.map(appointment).join("; ");

const service = ({ name, durationMinutes, priceCents }: SpokenService) =>
  `${name}, ${speakDuration(durationMinutes, "en")}${priceCents > 0 ? ` for ${speakMoney(priceCents, "en")}` : ""}`;

const course = (slots: SpokenSlot[]) => {
  const same = new Set(slots.map(place)).size === 1;
  const [first] = slots;
  const each = slots.map((slot) => `${at(slot.start, slot.clock, "name")}${same ? "" : place(slot)}`);
  return `${slots.length} appointments for ${first?.service}${same && first ? place(first) : ""}: ${each.join("; ")}`;
};

const question = (slots: SpokenSlot[]) =>
  slots.length === 1 ? "Does that suit you?" : "Which one suits you?";

const refusals: Record<string, string> = {
  "recording.never_asked": "No recording of this call is kept. What can I do for you?",
  "recording.not_asked": "No recording of this call is kept. What can I do for you?",
  "appointment.not_found": "I cannot find that appointment for your number. Which appointment do you mean?",
  "appointment.not_cancellable": `This appointment can no longer be cancelled. ${callback}`,
  "appointment.not_movable": `This appointment can no longer be moved. ${callback}`,
  "appointment.changed_meanwhile": "This appointment has just been changed. Shall I look again?",
  "appointment.start_not_aligned": "We do not start at that exact minute. Which other time suits you?",
  "calendar.unavailable": `I am afraid I cannot see the calendar just now. ${callback}`,
  "calcom.not_connected": `I am afraid I cannot see the calendar just now. ${callback}`,
  "service.not_found": "We no longer offer this service. What would you like to come in for?",
  "series.conflict": "One of the appointments has just been taken, so none is booked. Shall I look again?",
  "series.calendar_unsupported": `I am afraid I cannot enter several appointments at once here. ${callback}`,
  "offer.outdated": "Something about this service has just changed. Shall I look again?",
  "offer.not_found": "I no longer have that suggestion. Which day and time would you like?",
  "staff.not_found": "This person no longer works with us. May it be someone else?",
  "branch.not_found": "This branch no longer exists. Which branch suits you?",
  "appointment.not_changeable": `This appointment can no longer be changed. ${callback}`,
  "customer.phone_invalid": "I did not quite get the phone number. Could you say it again, please?",
  "callback.phone_invalid": "I did not quite get the phone number. Could you say it again, please?",
};

/** The same book in plain English. */
export const en: Sentences = {
  language: "en",

  moment: (start, clock) => at(start, clock),
  wantsToCancel: () => "Wants to cancel an appointment (hidden number)",
  wantsToMove: () => "Wants to move an appointment (hidden number)",
  anAppointment: () => "appointment",
  otherPhone: (phone) => `Phone number named in the call: ${phone}`,
  unreadableEmail: (said) => `E-mail address named in the call: ${said}`,

  unknownTool: () => `I am afraid I cannot do that over the phone. ${callback}`,
  suspended: () =>
    "I cannot look up or book appointments here at the moment. Please get in touch with us in another way.",
  unknownNumber: () => "This number is not set up yet. Please try again later.",
  unreadable: () => "I did not quite understand that. Could you say it again, please?",
  technical: () => `That did not work just now, I am sorry. ${callback}`,
  stillReading: () => "Looking that up is taking a little longer. I will try again in a moment.",
  stillWriting: () =>
    "This is taking longer than usual. I do not know yet whether it worked, and will check again in a moment.",
  refusal: (code) => refusals[code] ?? `I am afraid that is not possible. ${callback}`,

  context: (now) =>
    `Today is ${now.weekdayAndDate}, it is ${time(now.time)}. ${now.business} is ${now.opening}.`,

  services: (services, more) =>
    `These are our services: ${services.map(service).join("; ")}${more ? "; and more" : ""}. What would you like to come in for?`,
  noServices: () => `I have no information on that just now. ${callback}`,
  service: (spoken) => `${service(spoken)}.`,
  address: (branch, address) => `You will find ${branch} here: ${address}.`,
  noAddress: () => `I am afraid I do not have the address. ${callback}`,
  openingHours: (branch, hours) =>
    hours.length > 0
      ? `${branch} is open ${speakOpeningHours(hours, "en")}.`
      : `I have no fixed opening hours for ${branch}.`,
  openOn: (date, hours, clock) =>
    hours.length > 0
      ? `${capital(day(date, clock))} we are open ${speakHours(hours, "en")}.`
      : `${capital(day(date, clock))} we are closed.`,

  askService: (names, more) =>
    `What would you like to come in for? We offer ${and(names)}${more ? ", and more" : ""}.`,
  whichOne: (names) => `Do you mean ${or(names)}?`,
  unknownService: (said, names) =>
    `I cannot find ${said} among our services. ${names.length > 0 ? `Do you mean ${or(names)}?` : "What is it called exactly?"}`,
  unknownStaff: (said, names) =>
    `I cannot find ${said} in our team. ${names.length > 0 ? `Would you like to see ${or(names)}?` : "May it be someone else?"}`,
  unknownBranch: (said, names) =>
    `We do not have a branch called ${said}. ${names.length > 0 ? `Do you mean ${or(names)}?` : "Where would you like to come?"}`,
  staffNotQualified: (staff, service) => `I am afraid ${staff} does not offer ${service}.`,

  past: (what, clock) =>
    what.kind === "moment"
      ? `${capital(at(what.start, clock, "name"))} is already over. Which day and time do you mean?`
      : `${capital(meant(what, clock))} is already over. Which day do you mean?`,
  whichMoment: (what, clock) => `Do you mean ${what.map((reading) => meant(reading, clock)).join(", or ")}?`,
  noSuchDate: () => "There is no such day in the calendar. Which day do you mean?",
  noSuchTime: () => "There is no such time. What time would you like to come?",
  unreadableDate: () => "I did not understand the day. Which day do you mean?",
  unreadableTime: () => "I did not understand the time. What time would you like to come?",
  askMoment: () => "On which day and at what time would you like to come?",
  askDay: (hhmm) => `On which day would you like to come at ${time(hhmm)}?`,
  askTime: (date, clock) => `${capital(day(date, clock))} is fine. What time would you like to come?`,

  free: (slot) =>
    `Yes, ${slot.service}${place(slot)} is free ${at(slot.start, slot.clock)}. Shall I book it for you?`,
  choice: (slots) =>
    `For ${slots[0]?.service ?? "you"} I have something free ${choice(slots)}. ${question(slots)}`,
  instead: (slots) =>
    slots.length > 0
      ? `I could offer you ${choice(slots)}. ${question(slots)}`
      : `I am afraid there is nothing free in the next weeks. ${callback}`,
  over: (start, clock) => `${capital(at(start, clock, "name"))} is already over.`,
  notOffered: (service) => `Nobody offers ${service} at the moment.`,
  taken: (start, clock) => `${capital(at(start, clock))} is already taken.`,
  fullDay: (date, clock, staff) =>
    `${capital(day(date, clock))} we have nothing left${staff ? ` with ${staff}` : ""}.`,
  fullWindow: (date, clock, staff) =>
    `${capital(day(date, clock))} we have nothing free${staff ? ` with ${staff}` : ""} at that time of day.`,
  closedDay: (date, clock) => `${capital(day(date, clock))} we are closed.`,
  closedAt: (start, clock) => `${capital(at(start, clock))} we are not open.`,
  holiday: (date, holiday, clock) =>
    `${capital(day(date, clock, "name"))} is a public holiday${holiday === "" ? "" : `, ${holidayName(holiday, "en")}`}, so we are closed.`,
  staffOff: (start, clock, staff) =>
    `${capital(at(start, clock))} ${staff ? `${staff} is not in` : "there is nobody in for that"}.`,
  tooSoon: () => "I am afraid that is too short notice.",
  tooFar: () => "We do not take bookings that far ahead yet.",

  readBack: (slot, action, from) =>
    `${capital(at(slot.start, slot.clock, "name"))}, ${slot.service}${place(slot)}. ${
      action === "book"
        ? "Shall I book that for you?"
        : action === "cancel"
          ? "Shall I cancel this appointment?"
          : from
            ? `Shall I move your appointment ${at(from, slot.clock)} there?`
            : "Shall I move the appointment there?"
    }`,

  readBackSeries: (slots) => `${course(slots)}. Shall I book all of them?`,
  bookedSeries: (slots) => `Every appointment is booked: ${course(slots)}.`,
  askTimes: () => "How many appointments shall it be?",
  seriesOtherTime: () => "All of them together will not work. Which other day and time would suit you?",

  askName: () => "What name shall I put the appointment under?",
  askOwnName: () => "Of course. And what is your own full name?",
  offerUnknown: () => "I no longer have that suggestion. Which day and time would you like?",
  bookedBefore: (name, isPending) =>
    `I have already ${isPending ? "noted" : "booked"} this time under the name ${name}. Would you like another one?`,
  booked: (a) => `Your appointment is booked: ${appointment(a)}.`,
  requested: (a) =>
    `I have noted your appointment: ${appointment({ ...a, pending: false })}. The confirmation will follow.`,

  hiddenCaller: () =>
    `Your number is hidden, so I may not say anything about your appointments over the phone. ${callback}`,
  hiddenCallerNoted: () =>
    "Your number is hidden, so I may not change anything over the phone. I have noted your request for the team. On which number may we call you back?",
  noAppointments: () => "I cannot find an upcoming appointment for your number.",
  appointments: (all) =>
    all.length === 1
      ? `You have one appointment: ${list(all)}.`
      : `You have ${all.length} appointments: ${list(all)}.`,
  whichAppointment: (all) => `You have ${all.length} appointments: ${list(all)}. Which one is it about?`,
  askNewMoment: (a) => `This is about ${appointment(a)}. To which day and time shall I move it?`,
  moved: (a) => `Your appointment for ${a.service} has been moved ${at(a.start, a.clock, "to")}${place(a)}.`,
  moveRequested: (a) =>
    `I have noted to move your appointment ${at(a.start, a.clock, "to")}. The confirmation will follow.`,
  cancelled: (a) => `Your appointment is cancelled: ${appointment({ ...a, pending: false })}.`,

  callbackNoted: (wish) =>
    `I have noted that someone will call you back.${wish ? " I will pass on when it suits you." : ""}`,
  callbackNeedsPhone: () => "I have noted the callback. On which number may we call you back?",

  recordingAgreed: () => "Thank you, this call is recorded. What can I do for you?",
  recordingDeclined: () => "All right, no recording is kept. What can I do for you?",
};
