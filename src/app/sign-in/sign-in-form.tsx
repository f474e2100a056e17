"use client";

import { Eye, EyeOff } from "lucide-react";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { parseSignInError } from "@/contracts/sign-in-errors";

type Problem = "wrong" | "limited" | "unavailable";
const problems: Record<string, Problem> = {
  "auth.rate_limited": "limited",
  "auth.unavailable": "unavailable",
  "auth.invalid_credentials": "wrong",
};

async function trySignIn(email: string, password: string): Promise<{ problem?: Problem; minutes?: number }> {
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (!result?.error) return result?.ok ? {} : { problem: "unavailable" };
    const { code, retryAfterSeconds = 0 } = parseSignInError(result.error);
    return { problem: problems[code], minutes: Math.ceil(retryAfterSeconds / 60) };
  } catch {
    return { problem: "unavailable" };
  }
}

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("signIn");
  const [visible, setVisible] = useState(false);
  const [pending, setPending] = useState(false);
  const [sentence, setSentence] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setSentence(undefined);
    const { problem, minutes = 1 } = await trySignIn(String(form.get("email")), String(form.get("password")));
    if (!problem) {
      // A full load, so that nothing rendered for a stranger stays in the browser's memory.
      location.assign(next);
      return;
    }
    setSentence(t(problem, { minutes }));
    setPending(false);
  }

  return (
    // Sent before the script listens, a password must not end up in the address.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus
          />
        )}
      </Field>
      <Field label={t("password")}>
        {(control) => (
          <div className="relative">
            <Input
              {...control}
              name="password"
              type={visible ? "text" : "password"}
              autoComplete="current-password"
              required
              className="pr-11"
            />
            <Button
              variant="ghost"
              size="icon"
              aria-pressed={visible}
              aria-label={visible ? t("hidePassword") : t("showPassword")}
              onClick={() => setVisible(!visible)}
              className="absolute inset-y-0 right-0 text-muted-foreground"
            >
              {visible ? <EyeOff /> : <Eye />}
            </Button>
          </div>
        )}
      </Field>
      <Button type="submit" variant="primary" aria-disabled={pending} className="mt-2 w-full">
        {pending ? t("submitting") : t("submit")}
      </Button>
      <p role="alert" className="min-h-5 text-danger-text">
        {sentence}
      </p>
    </form>
  );
}
