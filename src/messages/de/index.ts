import analytics from "./analytics.json";
import appointments from "./appointments.json";
import assistant from "./assistant.json";
import auditTrail from "./audit-trail.json";
import calendarSync from "./calendar-sync.json";
import callbacks from "./callbacks.json";
import calls from "./calls.json";
import common from "./common.json";
import customers from "./customers.json";
import errors from "./errors.json";
import form from "./form.json";
import members from "./members.json";
import onboarding from "./onboarding.json";
import platform from "./platform.json";
import profile from "./profile.json";
import savedViews from "./saved-views.json";
import settings from "./settings.json";
import shell from "./shell.json";
import signIn from "./sign-in.json";
import team from "./team.json";
import terms from "./terms.json";
import today from "./today.json";

/** One namespace per area: `useTranslations("today")` reads today.json. */
export const de = {
  analytics,
  appointments,
  assistant,
  auditTrail,
  calendarSync,
  callbacks,
  calls,
  common,
  customers,
  errors,
  form,
  members,
  onboarding,
  platform,
  profile,
  savedViews,
  settings,
  shell,
  signIn,
  team,
  terms,
  today,
};
export type Messages = typeof de;
