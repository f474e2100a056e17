"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ViewList } from "@/contracts/view-lists";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { useViewVerbs } from "./use-saved-views";
import { viewHref } from "./view-address";
import { ViewFields } from "./view-fields";

/** Keeps the list as it stands; from then on the page goes by the view's name. */
export function KeepView({ list, query }: { list: ViewList; query: string }) {
  const t = useTranslations("savedViews");
  const { slug } = useBusiness();
  const router = useRouter();
  const { create } = useViewVerbs();
  return (
    <div className="border-t pt-3">
      <ViewFields
        title={t("keep")}
        initial={{ name: "", shared: false }}
        submitLabel={t("keepAction")}
        save={async (values) => {
          const { id } = await create.mutateAsync({ ...values, list, query });
          router.replace(viewHref(slug, list, { id, query }), { scroll: false });
          toast.success(t("kept", { name: values.name }));
        }}
      />
    </div>
  );
}
