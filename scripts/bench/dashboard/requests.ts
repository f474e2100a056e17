import { appointmentStatuses } from "@/contracts/appointment-states";
import type { AppointmentListRequest } from "@/contracts/calendar";
import type { CallFilter } from "@/contracts/call-list";
import { callMarks } from "@/contracts/call-marks";
import { callbackViews, callOutcomes, missedOutcomes, outcomesWithoutAppointment } from "@/contracts/calls";
import { addDays } from "@/lib/plain-date";
import type { TenantContext } from "@/server/domain/_core/context";
import { listAppointmentRows } from "@/server/domain/appointments/list-appointment-rows";
import { listCallbackRows } from "@/server/domain/callbacks/list-callback-rows";
import { findNeighbours } from "@/server/domain/calls/find-neighbours";
import { listCallRows } from "@/server/domain/calls/list-call-rows";
import { listCustomerRows } from "@/server/domain/customers/list-customer-rows";
import { listCurrentCalls } from "@/server/domain/today/list-current-calls";
import { listNextAppointments } from "@/server/domain/today/list-next-appointments";
import { type Ids, someIds } from "./ids";
import { daysAgo, seededDays } from "./seed";

/** One question that a list of the dashboard asks, at its beginning and, where it turns pages, in its middle. */
export interface ListRequest {
  name: string;
  first: () => Promise<{ rows: readonly unknown[] }>;
  half?: () => Promise<{ rows: readonly unknown[] }>;
  last?: () => Promise<{ rows: readonly unknown[] }>;
}

const rowsOf = async (rows: Promise<readonly unknown[]>) => ({ rows: await rows });

/** Every sort and filter that the dashboard offers for a business. */
export async function listRequests(ctx: TenantContext): Promise<ListRequest[]> {
  const ids = await someIds(ctx);
  return [
    ...callRequests(ctx, ids),
    ...appointmentRequests(ctx, ids),
    ...customerRequests(ctx),
    ...callbackViews.map(
      (view): ListRequest => ({ name: `callbacks: ${view}`, first: () => listCallbackRows(ctx, { view }) }),
    ),
    { name: "today: running calls", first: () => rowsOf(listCurrentCalls(ctx)) },
    { name: "today: next appointments", first: () => rowsOf(listNextAppointments(ctx)) },
  ];
}

function callRequests(ctx: TenantContext, ids: Ids): ListRequest[] {
  const today = new Date().toISOString().slice(0, 10);
  const month = { fromDate: addDays(today, -30), toDate: today };
  const filters: [string, CallFilter][] = [
    ["all", {}],
    ["yesterday", { fromDate: addDays(today, -1), toDate: addDays(today, -1) }],
    ["30 days", month],
    ["without appointment", { outcomes: [...outcomesWithoutAppointment] }],
    [
      "yesterday, without appointment",
      { fromDate: addDays(today, -1), toDate: addDays(today, -1), outcomes: [...outcomesWithoutAppointment] },
    ],
    ["missed", { outcomes: [...missedOutcomes] }],
    [
      "yesterday, missed",
      { fromDate: addDays(today, -1), toDate: addDays(today, -1), outcomes: [...missedOutcomes] },
    ],
    ["waiting for a callback", { callbackOpen: true }],
    ["30 days, waiting for a callback", { ...month, callbackOpen: true }],
    ...callOutcomes.map((outcome): [string, CallFilter] => [outcome, { outcomes: [outcome] }]),
    ["30 days, callback", { ...month, outcomes: ["callback"] }],
    ["customer", { customerId: ids.customer }],
    ["branch", { branchId: ids.branch }],
    ["agent", { agentId: ids.agent }],
    ...callMarks.map((mark): [string, CallFilter] => [mark, { mark }]),
    ["30 days, wished", { ...month, mark: "wished" }],
    ["30 days, failed", { ...month, mark: "missed_failed" }],
    ["30 days, Tuesdays at 9", { ...month, weekday: 2, hour: 9 }],
    ["name", { search: "Anna Meyer" }],
    ["part of a name", { search: "Schröder" }],
    ["name of nobody", { search: "Xylander" }],
    ["number", { search: "+49 176 00000123" }],
    ["part of a number", { search: "0176 0000012" }],
  ];
  const middle = daysAgo(seededDays / 2).getTime();
  const oldest = daysAgo(seededDays + 2).getTime();
  const pages = filters.map(([name, filter]): ListRequest => {
    const turns = !filter.fromDate && filter.customerId === undefined && !filter.search;
    return {
      name: `calls: ${name}`,
      first: () => listCallRows(ctx, filter),
      half: turns ? () => listCallRows(ctx, { ...filter, cursor: `>${middle}.0` }) : undefined,
      last: turns ? () => listCallRows(ctx, { ...filter, cursor: `<${oldest}.0` }) : undefined,
    };
  });
  const oldestFirst = filters.map(
    ([name, filter]): ListRequest => ({
      name: `calls: ${name}, oldest first`,
      first: () => listCallRows(ctx, { ...filter, sort: "startTimestamp" }),
    }),
  );
  const walks = (
    [
      ["all", {}],
      ["unresolved", { outcomes: ["unresolved"] }],
      ["wished", { mark: "wished" }],
    ] satisfies [string, CallFilter][]
  ).map(
    ([name, filter]): ListRequest => ({
      name: `walk from call to call: ${name}`,
      first: () =>
        rowsOf(findNeighbours(ctx, ids.middleCall, filter).then(({ newer, older }) => [newer, older])),
    }),
  );
  const long: ListRequest = {
    name: "calls: 250 at once",
    first: () => listCallRows(ctx, { pageRows: 250 }),
    half: () => listCallRows(ctx, { pageRows: 250, cursor: `>${middle}.0` }),
  };
  return [...pages, ...oldestFirst, long, ...walks];
}

function appointmentRequests(ctx: TenantContext, ids: Ids): ListRequest[] {
  const filters: [string, Partial<AppointmentListRequest>][] = [
    ["all", {}],
    ...appointmentStatuses.map((status): [string, Partial<AppointmentListRequest>] => [status, { status }]),
    ["staff", { staffId: ids.staff }],
    ["branch", { branchId: ids.branch }],
    ["staff, no_show", { staffId: ids.staff, status: "no_show" }],
  ];
  const middle = daysAgo(seededDays / 2).getTime();
  return filters.flatMap(([name, filter]) =>
    (["startTime", "-startTime"] as const).map(
      (sort): ListRequest => ({
        name: `appointments: ${name} ${sort === "startTime" ? "↑" : "↓"}`,
        first: () => listAppointmentRows(ctx, { ...filter, sort }),
        half: () => listAppointmentRows(ctx, { ...filter, sort, cursor: `>${middle}.0` }),
      }),
    ),
  );
}

function customerRequests(ctx: TenantContext): ListRequest[] {
  return [
    { name: "customers: all", first: () => listCustomerRows(ctx, {}) },
    ...["Anna Meyer", "Schröder", "Maier", "Xylander", "+49 176 00000123", "00000123"].map(
      (search): ListRequest => ({
        name: `customers: "${search}"`,
        first: () => listCustomerRows(ctx, { search }),
      }),
    ),
  ];
}
