"use client";

import { remembered } from "../remembered";
import { type ColumnKind, columnKinds, type View } from "./address";
import { useBranches } from "./branch-filter";
import { useStaffLooks } from "./staff-mark";
import { useAddress } from "./use-address";

const lastSeen = remembered<ColumnKind>("appointments.columns", columnKinds);

/** What columns can stand for in a view, the usual first: branches and people only where there are several. */
function kindsFor(view: View, { people, branches }: { people: number; branches: number }) {
  const kinds: ColumnKind[] = view === "week" ? ["days"] : ["staff"];
  if (view === "week" && people > 1) kinds.push("staff");
  if (branches > 1) kinds.push("branch");
  return kinds as [ColumnKind, ...ColumnKind[]];
}

/** The chosen kind of columns, from the address or as this browser saw it last. */
export function useColumnsBy() {
  const [address, setAddress] = useAddress();
  const [kept, keep] = lastSeen.use();
  const counts = { people: useStaffLooks().size, branches: useBranches().length };
  const kinds = kindsFor(address.view, counts);
  const wished = address.columns ?? kept;
  const choose = (columns: ColumnKind) => {
    keep(columns);
    return setAddress({ columns });
  };
  return { by: kinds.includes(wished) ? wished : kinds[0], kinds, choose };
}
