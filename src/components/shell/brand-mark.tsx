/** A line of speech that ends in a tick: what was said became an appointment. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="7" className="fill-primary" />
      <path
        d="M4.5 12.5h2l2-5 3 9.5 2-4.5 2 3 4.5-7.5"
        className="stroke-primary-foreground"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
