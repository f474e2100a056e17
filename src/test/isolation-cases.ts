import { defaultAssistant } from "@/server/domain/assistant/defaults";
import { noRule } from "@/server/domain/booking-rules/booking-rule";
import { tradeTemplates } from "@/server/domain/onboarding/trade-templates";
import type { World } from "./isolation-world";

/**
 * How each tRPC procedure, REST route and voice tool is tried from another business. One line each, or
 * isolation.db.test.ts fails. `w` is the business that is spied on: pass its ids, as its own people would.
 */
export type ProcedureCase =
  | { kind: "byId" | "lists" | "adds" | "streams"; input: (w: World) => unknown }
  | { kind: "account" | "platform" };

/** Names rows by id. A stranger gets not_found; its own people do not; a viewer may not if it is a mutation. */
const byId = (input: (w: World) => unknown): ProcedureCase => ({ kind: "byId", input });
/** Shows what there is. A stranger sees no trace of it; its own people see some. */
const lists = (input: (w: World) => unknown = () => undefined): ProcedureCase => ({
  kind: "lists",
  input,
});
/** Names no row: it may succeed for anyone, but leaves no trace in, and shows none of, another business. */
const adds = (input: (w: World) => unknown = () => undefined): ProcedureCase => ({
  kind: "adds",
  input,
});
/** A subscription. A stranger hears nothing of what happens there; its own people do. */
const streams = (input: (w: World) => unknown): ProcedureCase => ({ kind: "streams", input });
/** The person's own account (`userProcedure`): knows no business. */
const account: ProcedureCase = { kind: "account" };
/** Platform admins only (`platformProcedure`): not_found for everybody else. */
const platform: ProcedureCase = { kind: "platform" };

const isoDay = (instant: Date, plusDays = 0) =>
  new Date(instant.getTime() + plusDays * 86_400_000).toISOString().slice(0, 10);

/** Somebody of one's own who has the number of the other business's customer. */
const namesake = (w: World) => ({
  name: "Namesake",
  phone: w.callerNumber,
  email: `namesake-${w.callerNumber}@example.test`,
});

const daysOf = (w: World) => ({ fromDate: isoDay(w.freeTime), toDate: isoDay(w.freeTime, 2) });

const branch = {
  name: "Nord",
  address: null,
  phone: null,
  federalState: "BE",
  timeZone: "Europe/Berlin",
};

const person = (w: World) => ({ name: "Kim Neu", email: null, phone: null, homeBranchId: w.branchId });

const service = (w: World) => ({
  name: "Massage lang",
  description: null,
  synonyms: [],
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  priceCents: 5900,
  staffNeeded: 1,
  gaps: [],
  staffIds: [w.staffId],
  resourceIds: [w.resourceId],
});

const assistantText = defaultAssistant("other", "Neu");

export const procedureCases: Record<string, ProcedureCase> = {
  "account.me": account,
  "account.sessions": account,
  "account.changePassword": account,
  "account.changeLocale": account,
  "account.changeName": account,
  "account.twoFactor": account,
  "account.beginTwoFactor": account,
  "account.confirmTwoFactor": account,
  "account.disableTwoFactor": account,
  "account.renewRecoveryCodes": account,
  "account.signOutElsewhere": account,
  "account.revokeSession": account,
  "account.signOutEverywhere": account,
  "analytics.report": lists((w) => ({ fromDate: isoDay(w.freeTime, -10), toDate: isoDay(w.freeTime) })),
  "apiKeys.list": lists(),
  "apiKeys.create": adds(() => ({ name: "Website", scopes: ["calls:read"] })),
  "apiKeys.revoke": byId((w) => ({ apiKeyId: w.apiKeyId })),
  "appointments.calendar": lists((w) => ({ fromDate: isoDay(w.freeTime, -2), days: 7 })),
  "appointments.month": byId((w) => ({ fromDate: isoDay(w.freeTime, -14), weeks: 5, branchId: w.branchId })),
  "appointments.list": lists(() => ({ sort: "startTime" })),
  "appointments.get": byId((w) => ({ appointmentId: w.appointmentId })),
  "appointments.history": byId((w) => ({ appointmentId: w.appointmentId })),
  "appointments.freeTimes": byId((w) => ({
    wish: { movingAppointmentId: w.appointmentId },
    fromDate: isoDay(w.freeTime),
  })),
  "appointments.wishedSlot": byId((w) => ({
    wish: { movingAppointmentId: w.appointmentId },
    date: isoDay(w.freeTime),
    time: "10:00",
  })),
  "appointments.quickEntry": adds((w) => ({ text: "Di 14:30 Schneiden", branchId: w.branchId })),
  "appointments.customers": lists((w) => ({ search: w.mark })),
  "appointments.numberOwner": adds((w) => ({ phone: w.callerNumber })),
  "appointments.book": byId((w) => ({
    serviceId: w.serviceId,
    start: w.freeTime,
    customer: { customerId: w.customerId },
  })),
  "appointments.move": byId((w) => ({ appointmentId: w.appointmentId, start: w.freeTime })),
  "appointments.resize": byId((w) => ({
    appointmentId: w.appointmentId,
    end: new Date(w.freeTime.getTime() + 3_600_000),
  })),
  "appointments.cancel": byId((w) => ({ appointmentId: w.appointmentId })),
  "appointments.change": byId((w) => ({ appointmentId: w.appointmentId, notes: "Neu" })),
  "assistant.get": lists(),
  "assistant.versions": adds(),
  "assistant.version": adds(() => ({ number: 1 })),
  // A draft that is not there is answered like one that changed meanwhile.
  "assistant.saveDraft": adds((w) => ({ ...w.assistantDraft, basedOn: 1, ...assistantText })),
  "assistant.discardDraft": adds((w) => w.assistantDraft),
  "assistant.publish": adds((w) => ({ ...w.assistantDraft, replaces: 1 })),
  "assistant.restore": adds(() => ({ number: 1 })),
  "auditTrail.list": lists(() => ({ actor: "all" })),
  "assistant.lines": adds(),
  "assistant.reconcile": adds(),
  "assistant.startTestCall": adds(),
  "business.get": lists(),
  "business.change": adds(() => ({
    name: "Neu",
    kind: "salon",
    timeZone: "Europe/Berlin",
    minNoticeMinutes: 30,
    bookingWindowDays: 30,
    slotStepMinutes: 15,
    recordingConsent: "never",
  })),
  "branches.list": lists(),
  "branches.get": byId((w) => ({ branchId: w.branchId })),
  "branches.create": adds(() => branch),
  "branches.change": byId((w) => ({ ...branch, branchId: w.branchId, version: 1 })),
  "branches.setActive": byId((w) => ({ id: w.branchId, version: 1, active: false })),
  "branches.setOpeningHours": byId((w) => ({ branchId: w.branchId, version: 1, ranges: [] })),
  "branches.setSpecialHours": byId((w) => ({
    branchId: w.branchId,
    version: 1,
    day: isoDay(w.freeTime),
    ranges: [],
  })),
  "branches.hoursOn": lists((w) => ({ day: isoDay(w.freeTime) })),
  "branches.outsideHours": byId((w) => ({ branchId: w.branchId })),
  "branches.closureAppointments": byId((w) => ({ branchId: w.branchId, ...daysOf(w) })),
  "branches.addClosure": byId((w) => ({ branchId: w.branchId, ...daysOf(w), reason: "Umbau" })),
  "branches.removeClosure": byId((w) => ({ branchId: w.branchId, closureId: w.closureId })),
  "bookingRules.get": lists(),
  "bookingRules.changeRule": byId((w) => ({ serviceId: w.serviceId, ...noRule, maxMoves: 1 })),
  "bookingRules.changeCallPolicy": adds(() => ({
    spokenYesRequired: true,
    holdMinutes: 5,
    callerProof: "name",
    saysHalfHours: false,
  })),
  "callbacks.list": lists(() => ({})),
  "callbacks.get": byId((w) => ({ callbackId: w.callbackId })),
  "callbacks.due": adds(),
  "callbacks.request": adds((w) => ({
    name: "Namesake",
    phone: w.callerNumber,
    reason: "",
    priority: "normal",
  })),
  "calendarFeeds.get": byId((w) => ({ staffId: w.staffId })),
  "calendarFeeds.create": byId((w) => ({ staffId: w.staffId, names: "initials" })),
  "calendarFeeds.change": byId((w) => ({ staffId: w.staffId, names: "full" })),
  "calendarFeeds.revoke": byId((w) => ({ staffId: w.staffId })),
  "calendarSync.drifts": lists(),
  "calendarSync.waiting": lists(),
  "calendarSync.state": lists(),
  "calendarSync.keepOurs": byId((w) => ({ appointmentId: w.appointmentId })),
  "calendarSync.takeTheirs": byId((w) => ({ appointmentId: w.appointmentId })),
  "calendarSync.cancelBoth": byId((w) => ({ appointmentId: w.appointmentId })),
  "callbacks.claim": byId((w) => ({ callbackId: w.callbackId })),
  "callbacks.release": byId((w) => ({ callbackId: w.callbackId })),
  "callbacks.complete": byId((w) => ({ callbackId: w.callbackId })),
  "callbacks.postpone": byId((w) => ({ callbackId: w.callbackId, dueAt: w.freeTime })),
  "callbacks.change": byId((w) => ({ callbackId: w.callbackId, notes: "Neu" })),
  "callbacks.reopen": byId((w) => ({ callbackId: w.callbackId })),
  "callNotes.ofCall": byId((w) => ({ callId: w.callId })),
  "callNotes.add": byId((w) => ({ callId: w.callId, text: "Neu" })),
  "callNotes.change": byId((w) => ({ noteId: w.noteId, text: "Neu" })),
  "callNotes.remove": byId((w) => ({ noteId: w.noteId })),
  "callNotes.tag": byId((w) => ({ callId: w.callId, name: "Neu" })),
  "callNotes.untag": byId((w) => ({ callId: w.callId, tagId: w.tagId })),
  "callNotes.report": byId((w) => ({ callId: w.callId, kind: "misheard", text: "Neu" })),
  "calls.list": lists((w) => ({ search: w.callerNumber })),
  "calls.get": byId((w) => ({ callId: w.callId })),
  "calls.neighbours": byId((w) => ({ callId: w.callId, filter: {} })),
  "catalog.services": lists(),
  "catalog.staff": lists(),
  "catalog.branches": lists(),
  "customers.list": lists((w) => ({ search: w.mark })),
  "customers.lastCalls": adds((w) => ({ customerIds: [w.customerId] })),
  "customers.nextAppointments": adds((w) => ({ customerIds: [w.customerId] })),
  "customers.get": byId((w) => ({ customerId: w.customerId })),
  "customers.duplicates": byId((w) => ({ customerId: w.customerId })),
  "customers.previewMerge": byId((w) => ({ keptId: w.customerId, absorbedId: w.duplicateId })),
  "customers.merge": byId((w) => ({ keptId: w.customerId, absorbedId: w.duplicateId })),
  "customers.undoMerge": byId((w) => ({ mergeId: w.mergeId })),
  "customers.previewImport": adds((w) => ({ text: `Name;Telefon\nNamesake;${w.callerNumber}` })),
  "customers.import": adds((w) => ({ text: `Name;Telefon\nNamesake;${w.callerNumber}` })),
  "customers.create": adds((w) => ({ ...namesake(w), birthdate: null, notes: null })),
  "customers.change": byId((w) => ({
    ...namesake(w),
    customerId: w.customerId,
    birthdate: null,
    notes: null,
  })),
  "live.changes": streams(() => ({})),
  "integrations.get": lists(),
  "integrations.connectCalcom": adds(() => ({
    apiKey: "cal_of_somebody_else",
    teamSlug: null,
    username: null,
    organizerEmail: null,
  })),
  "integrations.importEventTypes": adds(),
  "integrations.activateCalcom": adds(),
  "members.list": lists(),
  "members.invitations": lists(),
  "members.invite": adds((w) => ({ email: namesake(w).email, role: "staff" })),
  "members.renewInvitation": byId((w) => ({ invitationId: w.invitationId })),
  "members.revokeInvitation": byId((w) => ({ invitationId: w.invitationId })),
  "members.changeRole": byId((w) => ({ userId: w.memberId, role: "viewer" })),
  "members.disable": byId((w) => ({ userId: w.memberId })),
  "members.resetTwoFactor": byId((w) => ({ userId: w.memberId })),
  "members.enable": byId((w) => ({ userId: w.memberId })),
  "onboarding.get": lists(),
  "onboarding.template": adds(() => ({ trade: "garage" })),
  "onboarding.applyTemplate": adds(() => ({
    trade: "other",
    federalState: "BE",
    services: tradeTemplates.other.services,
  })),
  "onboarding.setUpHours": byId((w) => ({ branchId: w.branchId, version: 1, ranges: [] })),
  "onboarding.addPerson": byId((w) => ({ name: "Kim Neu", serviceIds: [w.serviceId] })),
  "onboarding.setUpBranch": byId((w) => ({ ...branch, branchId: w.branchId, version: 1 })),
  "onboarding.takeDemoNumber": adds(),
  "onboarding.wishNumber": adds((w) => ({ phoneNumber: w.callerNumber })),
  "onboarding.settleStep": adds(() => ({ step: "staff", state: "skipped" })),
  "onboarding.dismiss": adds(),
  "platform.tenants": platform,
  "platform.tenant": platform,
  "platform.createTenant": platform,
  "platform.suspendTenant": platform,
  "platform.reactivateTenant": platform,
  "platform.renewInvitation": platform,
  "platform.numbers": platform,
  "platform.wishedNumbers": platform,
  "platform.moveNumber": platform,
  "platform.usage": platform,
  "platform.deliveries": platform,
  "platform.delivery": platform,
  "platform.revealDelivery": platform,
  "platform.replayDelivery": platform,
  "platform.replayFailed": platform,
  "platform.unassignedNumbers": platform,
  "platform.assignmentOptions": platform,
  "platform.assignPhoneNumber": platform,
  "platform.callReports": platform,
  "platform.settleCallReport": platform,
  "platform.health": platform,
  "platform.failedRuns": platform,
  "platform.retryRun": platform,
  "resources.list": lists(),
  "resources.create": byId((w) => ({ name: "Raum 2", branchId: w.branchId })),
  "resources.change": byId((w) => ({
    resourceId: w.resourceId,
    version: 1,
    name: "Raum 2",
    branchId: w.branchId,
  })),
  "resources.setActive": byId((w) => ({ id: w.resourceId, version: 1, active: false })),
  "savedViews.list": lists(() => ({ list: "calls" })),
  "savedViews.create": adds(() => ({ list: "calls", name: "Heute", query: "", shared: true })),
  "savedViews.change": byId((w) => ({ viewId: w.viewId, name: "Neu" })),
  "savedViews.delete": byId((w) => ({ viewId: w.viewId })),
  "services.list": lists(),
  "services.get": byId((w) => ({ serviceId: w.serviceId })),
  "services.create": byId(service),
  "services.change": byId((w) => ({ ...service(w), serviceId: w.serviceId, version: 1 })),
  "services.setActive": byId((w) => ({ id: w.serviceId, version: 1, active: false })),
  "staff.list": lists(),
  "staff.get": byId((w) => ({ staffId: w.staffId })),
  "staff.create": byId((w) => ({ ...person(w), serviceIds: [w.serviceId] })),
  "staff.change": byId((w) => ({ ...person(w), staffId: w.staffId, version: 1 })),
  "staff.setActive": byId((w) => ({ id: w.staffId, version: 1, active: false })),
  "staff.changeQualifications": byId((w) => ({
    staffId: w.staffId,
    version: 1,
    serviceIds: [w.serviceId],
  })),
  "staff.setWorkingHours": byId((w) => ({ staffId: w.staffId, version: 1, ranges: [] })),
  "staff.setSpecialHours": byId((w) => ({
    staffId: w.staffId,
    version: 1,
    day: isoDay(w.freeTime),
    ranges: [],
  })),
  "staff.absenceAppointments": byId((w) => ({ staffId: w.staffId, ...daysOf(w), times: null })),
  "staff.addTimeOff": byId((w) => ({ staffId: w.staffId, ...daysOf(w), times: null, reason: null })),
  "staff.removeTimeOff": byId((w) => ({ staffId: w.staffId, timeOffId: w.timeOffId })),
  "staff.removePhoto": byId((w) => ({ staffId: w.staffId })),
  "testCalls.available": adds(),
  "testCalls.way": adds(),
  "testCalls.startWebCall": adds(),
  "testCalls.scenarios": adds(),
  "testCalls.start": adds(() => ({ scenario: "neukunde" })),
  "today.currentCalls": lists(),
  "today.callbacks": lists(),
  "today.nextAppointments": lists(),
  "today.attention": lists(),
};

export type RestCase =
  | { kind: "byId"; body?: (w: World) => unknown }
  | { kind: "lists" }
  /** Each body names one thing of the other business and is otherwise the asker's own (`mine`). */
  | { kind: "refers"; bodies: (w: World, mine: World) => unknown[] }
  | { kind: "adds"; body: (w: World) => unknown };

const booking = (w: World) => ({
  service_id: w.serviceId,
  start_time: w.freeTime.toISOString(),
  customer_id: w.customerId,
});

export const restCases: Record<string, RestCase> = {
  "GET /api/calls": { kind: "lists" },
  "GET /api/calls/{id}": { kind: "byId" },
  "POST /api/calls": {
    kind: "adds",
    body: (w) => ({ call_id: w.retellCallId, from_number: w.callerNumber, start_timestamp: 1_699_123_456 }),
  },
  "GET /api/appointments": { kind: "lists" },
  "POST /api/appointments": {
    kind: "refers",
    bodies: (w, mine) => [
      { ...booking(mine), service_id: w.serviceId },
      { ...booking(mine), customer_id: w.customerId },
      { ...booking(mine), staff_id: w.staffId },
      { ...booking(mine), branch_id: w.branchId },
    ],
  },
  "PUT /api/appointments/{id}": { kind: "byId", body: (w) => ({ start_time: w.freeTime.toISOString() }) },
  "DELETE /api/appointments/{id}": { kind: "byId" },
  "GET /api/customers": { kind: "lists" },
  "POST /api/customers": {
    kind: "adds",
    body: namesake,
  },
  "GET /api/customers/{id}": { kind: "byId" },
};

/** What a caller of another business could make the agent ask, who even has the number of a customer there. */
export const voiceCases: Record<string, (w: World) => Record<string, unknown>[]> = {
  get_context: () => [{}],
  list_services: () => [{}],
  get_business_info: () => [{}, { branch: "Mitte" }],
  check_availability: () => [
    { service: "Massage", date: "morgen" },
    { date: "morgen", staff: "Kim" },
  ],
  book_appointment: (w) => [
    { service: "Massage", start: w.freeTime.toISOString(), customer_name: "Ada Lovelace", staff: "Kim" },
    { offer_id: w.offerCode, customer_name: "Ada Lovelace" },
  ],
  find_appointments: () => [{}],
  book_series: (w) => [
    { service: "Massage", date: w.freeTime.toISOString(), times: 2, customer_name: "Ada Lovelace" },
  ],
  reschedule_appointment: (w) => [{ appointment_id: w.appointmentId, start: w.freeTime.toISOString() }],
  cancel_appointment: (w) => [{ appointment_id: w.appointmentId }],
  request_callback: (w) => [{ name: "Ada Lovelace", phone: w.callerNumber, reason: "Rückruf" }],
  note_recording_consent: () => [{}],
};
