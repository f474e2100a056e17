import { redirect } from "next/navigation";
import { getCurrentUser } from "@/server/auth/current-user";
import { findHomePath } from "@/server/auth/require-page";

export default async function StartPage() {
  const user = await getCurrentUser();
  redirect(user ? await findHomePath(user) : "/sign-in");
}
