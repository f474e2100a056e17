"use client";

import { ErrorState } from "@/components/error-state";

interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <div className="mx-auto w-full max-w-xl px-5 pt-[8dvh]">
      <ErrorState requestId={digest} onRetry={retry} />
    </div>
  );
}
