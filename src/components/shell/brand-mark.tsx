/** A line of speech that ends in a tick: what was said became an appointment. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="7" className="fill-primary" />
      <path
        d="M5.5 12.2h1.2l1.4-3.4 2.3 6.6 1.5-3.2h1.3l1.7 2.6 3.6-5.6"
        className="stroke-primary-foreground"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
