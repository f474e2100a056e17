import type { TenantContext } from "@/server/domain/_core/context";
import { sharedRead } from "@/server/domain/_core/shared-read";
import { matchName, type Named, type NameMatch } from "@/server/domain/catalog/name-match";
import {
  type BranchItem,
  listBranches,
  listServices,
  listStaff,
  type ServiceItem,
  type StaffItem,
} from "@/server/domain/catalog/queries";
import { type Reply, refuse, type VoiceCall } from "./tool";

export interface Catalog {
  services: ServiceItem[];
  staff: StaffItem[];
  branches: BranchItem[];
}

export interface CatalogWish {
  service: ServiceItem;
  /** Only if the caller asked for somebody. */
  staff: StaffItem | undefined;
  /** Only if the caller named one; the called number's branch comes first otherwise. */
  branch: BranchItem | undefined;
}

/** Names said in one sentence when there is nothing nearer to choose from. */
const maxNames = 5;

/** All callers of a business ask for the same. */
export function loadCatalog(ctx: TenantContext): Promise<Catalog> {
  return sharedRead(ctx.db, `voice catalog ${ctx.tenant.id}`, async () => {
    const [services, staff, branches] = await Promise.all([
      listServices(ctx),
      listStaff(ctx),
      listBranches(ctx),
    ]);
    return { services, staff, branches };
  });
}

/** What and whom the caller named, or the question to ask back. A name that matches nothing is never replaced. */
export function readCatalogWish(
  call: VoiceCall,
  catalog: Catalog,
  said: { service?: string; staff?: string; branch?: string },
): { wish: CatalogWish } | { reply: Reply } {
  const { sentences } = call;
  const service = said.service
    ? pick("service", matchName(catalog.services, said.service), (names) =>
        sentences.unknownService(said.service ?? "", names),
      )
    : onlyService(call, catalog.services);
  if ("reply" in service) return service;
  const staff =
    said.staff && !anyone.test(said.staff)
      ? pick("staff", matchName(catalog.staff, said.staff), (names) =>
          sentences.unknownStaff(said.staff ?? "", names),
        )
      : undefined;
  if (staff && "reply" in staff) return staff;
  const branch = said.branch
    ? pick("branch", matchName(catalog.branches, said.branch), (names) =>
        sentences.unknownBranch(said.branch ?? "", names),
      )
    : undefined;
  if (branch && "reply" in branch) return branch;
  return { wish: { service: service.found, staff: staff?.found, branch: branch?.found } };
}

const anyone =
  /^(?:egal|beliebig\w*|irgend\w*|jede[rn]?|alle|any(?:one|body)?|no preference|wer (?:frei|zeit).*)$/i;

function pick<T extends Named>(
  what: string,
  match: NameMatch<T>,
  unknown: (names: string[]) => string,
): { found: T } | { reply: Reply } {
  if ("match" in match) return { found: match.match };
  const candidates = match.candidates.map(({ name }) => name);
  return { reply: refuse(`${what}.unknown`, unknown(candidates), { candidates }) };
}

/** Where there is only one service, not naming it is no guess. */
function onlyService(
  { sentences }: VoiceCall,
  services: ServiceItem[],
): { found: ServiceItem } | { reply: Reply } {
  const [first, ...others] = services;
  if (!first) return { reply: refuse("service.none", sentences.noServices()) };
  if (others.length === 0) return { found: first };
  const names = services.map(({ name }) => name);
  const message = sentences.askService(names.slice(0, maxNames), names.length > maxNames);
  return { reply: refuse("service.missing", message, { candidates: names.slice(0, 40) }) };
}
