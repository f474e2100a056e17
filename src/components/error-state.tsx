"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";
import { Button } from "./ui/button";

interface ErrorStateProps {
  title?: string;
  /** What happened; the default says that nothing was changed. */
  children?: ReactNode;
  /** What support asks for; shown with a copy button. */
  requestId?: string;
  onRetry?: () => void;
}

export function ErrorState({ title, children, requestId, onRetry }: ErrorStateProps) {
  const t = useTranslations("common");
  return (
    <div role="alert" className="flex flex-col items-start gap-1 py-6">
      <TriangleAlert className="mb-1 size-5 text-danger-text" aria-hidden="true" />
      <p className="font-medium">{title ?? t("error.title")}</p>
      <p className="max-w-prose text-muted-foreground">{children ?? t("error.safe")}</p>
      {requestId && (
        <div className="flex max-w-full items-center gap-1 text-muted-foreground text-xs">
          <p className="min-w-0">
            {t("error.requestId")} <code className="break-all font-mono">{requestId}</code>
          </p>
          <CopyButton text={requestId} />
        </div>
      )}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
