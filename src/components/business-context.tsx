"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Permission, type Role, rolePermissions } from "@/contracts/permissions";
import { platformTimeZone } from "./platform/platform-time-zone";

interface Business {
  slug: string;
  name: string;
  /** IANA zone; a branch may have its own. */
  timeZone: string;
  /** BCP 47 tag of what is said on the phone, whatever the language of the page. */
  spokenLanguage?: string;
  /** Of the signed-in person. */
  role: Role;
}

const BusinessContext = createContext<Business | undefined>(undefined);

export function BusinessProvider({ value, children }: { value: Business; children: ReactNode }) {
  return <BusinessContext value={value}>{children}</BusinessContext>;
}

/** The business on screen, and what the signed-in person may do in it; the verbs decide, this only mirrors. */
export function useBusiness() {
  const business = useContext(BusinessContext);
  if (!business) throw new Error("useBusiness stands outside a business's pages");
  const can = (permission: Permission) => rolePermissions[business.role].includes(permission);
  return { ...business, can };
}

/** The zone in which "today" is meant: the business's, and on pages outside of any the operator's. */
export const useZone = () => useContext(BusinessContext)?.timeZone ?? platformTimeZone;
