"use client";

import { lazy, Suspense, useState } from "react";
import { MemberMenuButton } from "./member-menu-button";
import type { Member } from "./outputs";

const loadOpenMenu = () => import("./open-member-menu");
const OpenMemberMenu = lazy(async () => ({ default: (await loadOpenMenu()).OpenMemberMenu }));

/** What an owner can do about somebody. The menu behind the button is fetched when one reaches for it. */
export function MemberMenu({ member }: { member: Member }) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <MemberMenuButton
      name={member.name}
      aria-haspopup="menu"
      aria-expanded={wanted}
      onPointerEnter={loadOpenMenu}
      onFocus={loadOpenMenu}
      onClick={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <OpenMemberMenu member={member} />
    </Suspense>
  ) : (
    button
  );
}
