import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { StatusMark } from "../../status-mark";

interface CheckProps {
  name: ReactNode;
  ok: boolean;
  /** How it stands. */
  status: string;
  /** What to do where it is not well. */
  next?: ReactNode;
}

/** One thing that has to be in place. */
export function Check({ name, ok, status, next }: CheckProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t py-2.5 first:border-t-0">
      <div className="min-w-0 flex-1 basis-60">
        <span className="block break-words">{name}</span>
        {!ok && next && <span className="block text-muted-foreground text-table">{next}</span>}
      </div>
      <StatusMark icon={ok ? CircleCheck : CircleAlert} tone={ok ? "success" : "warning"}>
        {status}
      </StatusMark>
    </li>
  );
}
