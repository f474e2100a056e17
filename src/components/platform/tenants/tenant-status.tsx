import { Ban, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/status-mark";
import type { tenantStatuses } from "@/contracts/tenants";

export function TenantStatus({ status }: { status: (typeof tenantStatuses)[number] }) {
  const terms = useTranslations("terms.tenantStatus");
  const active = status === "active";
  return (
    <StatusMark icon={active ? CircleCheck : Ban} tone={active ? "success" : "danger"}>
      {terms(status)}
    </StatusMark>
  );
}
