/** The thin pulse on what is running. Decoration: the words beside it say so too. */
export function LiveDot() {
  return (
    <span aria-hidden="true" className="inline-flex size-4 shrink-0 items-center justify-center">
      <span className="size-2 animate-pulse-live rounded-full bg-primary" />
    </span>
  );
}
