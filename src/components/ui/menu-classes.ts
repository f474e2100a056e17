/** Shared by everything that floats: menus, selects, popovers. */
export const floatingClasses =
  "z-50 rounded-surface border bg-surface p-1 text-foreground shadow-float outline-none duration-150 data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 data-[side=bottom]:slide-in-from-top-1 data-[side=top]:slide-in-from-bottom-1";

export const itemClasses =
  "relative flex min-h-11 w-full cursor-default select-none items-center gap-2 rounded-control px-2 text-sm outline-none data-[disabled]:pointer-events-none data-[highlighted]:bg-hover data-[disabled]:opacity-50 md:min-h-8 [&_svg:not([class*='size-'])]:size-4 [&_svg]:shrink-0";
