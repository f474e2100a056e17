"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { CodeFields } from "./code-fields";
import { type Credentials, trySignIn } from "./try-sign-in";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("signIn");
  const [pending, setPending] = useState(false);
  const [sentence, setSentence] = useState<string>();
  /** What was right so far, while the second step waits for its code. */
  const [known, setKnown] = useState<Credentials>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "");
    const credentials = known
      ? { ...known, code: typed("code") }
      : { email: typed("email"), password: typed("password") };
    setPending(true);
    setSentence(undefined);
    const { problem, minutes = 1 } = await trySignIn(credentials);
    if (!problem) {
      // A full load, so that nothing rendered for a stranger stays in the browser's memory.
      location.assign(next);
      return;
    }
    if (problem === "codeRequired") setKnown(credentials);
    else setSentence(t(problem, { minutes }));
    setPending(false);
  }

  return (
    // Sent before the script listens, a password must not end up in the address.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {known ? <CodeFields onStartOver={() => setKnown(undefined)} /> : <PasswordFields />}
      <Button type="submit" variant="primary" aria-disabled={pending} className="mt-2 w-full">
        {pending ? t("submitting") : t("submit")}
      </Button>
      <p role="alert" className="min-h-5 text-danger-text">
        {sentence}
      </p>
    </form>
  );
}

function PasswordFields() {
  const t = useTranslations("signIn");
  const [visible, setVisible] = useState(false);
  return (
    <>
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
    </>
  );
}
