import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Permission } from "@/contracts/permissions";
import { getDatabase } from "@/server/db";
import { DomainError } from "@/server/domain/_core/errors";
import { can } from "@/server/domain/_core/permissions";
import { getHomeSlug } from "@/server/domain/tenants/get-home-slug";
import { getTenant } from "@/server/domain/tenants/get-tenant";
import { type CurrentUser, getCurrentUser } from "./current-user";
import { doorFor } from "./door";
import { pathHeader } from "./path-header";

/** One door per business and page render. */
export const openPageDoor = cache(async (slug: string) => doorFor(await getCurrentUser(), slug));

/**
 * First line of every page under /[tenant]. Sends strangers to sign in; a business that is not theirs, or a page
 * beyond their role, does not exist.
 */
export async function requirePage(slug: string, permission?: Permission) {
  const door = await openPageDoor(slug);
  if (!door.user) return redirectToSignIn();
  const ctx = await door.tenant().catch(notFoundIfRefused);
  if (permission && !can(ctx.actor, permission)) notFound();
  return ctx;
}

/** The business whose page it is; read once, however many parts of the page name it. */
export const getPageTenant = cache(async (slug: string) => getTenant(await requirePage(slug)));

/** First line of every page under /platform. */
export async function requirePlatformPage() {
  const door = await openPageDoor("platform");
  if (!door.user) return redirectToSignIn();
  try {
    return door.platform();
  } catch (error) {
    return notFoundIfRefused(error);
  }
}

/** Where somebody lands after signing in. */
export async function findHomePath(user: CurrentUser): Promise<string> {
  if (user.tenantId === null) return "/platform";
  return `/${await getHomeSlug(getDatabase(), user.tenantId)}`;
}

async function redirectToSignIn(): Promise<never> {
  const path = (await headers()).get(pathHeader);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}

function notFoundIfRefused(error: unknown): never {
  if (error instanceof DomainError && error.code === "tenant.suspended") redirect("/suspended");
  if (error instanceof DomainError) notFound();
  throw error;
}
