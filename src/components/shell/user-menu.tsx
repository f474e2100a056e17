"use client";

import { lazy, Suspense, useState } from "react";
import { UserMenuButton, type UserMenuProps } from "./user-menu-button";

const loadOpenMenu = () => import("./open-user-menu");
const OpenUserMenu = lazy(async () => ({ default: (await loadOpenMenu()).OpenUserMenu }));

/** The menu behind the button is fetched when somebody reaches for it: most page loads never open it. */
export function UserMenu(props: UserMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <UserMenuButton
      {...props}
      aria-haspopup="menu"
      aria-expanded={wanted}
      onPointerEnter={loadOpenMenu}
      onFocus={loadOpenMenu}
      onClick={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <OpenUserMenu {...props} />
    </Suspense>
  ) : (
    button
  );
}
