import type { Role } from "@/contracts/permissions";

export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
  /** Slug; null for the platform's own administrator. */
  tenant: string | null;
  locale?: "de" | "en";
}

export const demoAccounts: DemoAccount[] = [
  { email: "praxis@physio-am-park.example", name: "Katrin Albers", role: "owner", tenant: "physio-am-park" },
  {
    email: "leitung@physio-am-park.example",
    name: "Henning Ross",
    role: "manager",
    tenant: "physio-am-park",
  },
  {
    email: "office@physio-am-park.example",
    name: "Emily Carter",
    role: "owner",
    tenant: "physio-am-park",
    locale: "en",
  },
  { email: "empfang@physio-am-park.example", name: "Lea Sommer", role: "staff", tenant: "physio-am-park" },
  { email: "salon@salon-lindner.example", name: "Mara Lindner", role: "owner", tenant: "salon-lindner" },
  { email: "team@salon-lindner.example", name: "Jonas Petersen", role: "viewer", tenant: "salon-lindner" },
  { email: "buero@beratung-hansen.example", name: "Clara Winter", role: "owner", tenant: "beratung-hansen" },
  { email: "admin@askproai.example", name: "Plattform", role: "platform_admin", tenant: null },
  {
    email: "operations@askproai.example",
    name: "Operations",
    role: "platform_admin",
    tenant: null,
    locale: "en",
  },
];

/** Generated once per installation and kept beside its data; nothing here is a constant. */
export interface DemoSecrets {
  /** 32 bytes in base64. */
  encryptionKey: string;
  /** Tenant slug → API key in clear; only its hash is stored. */
  apiKeys: Record<string, string>;
  /** E-mail → password in clear; only its argon2id hash is stored. */
  passwords: Record<string, string>;
  calcom: { baseUrl: string; apiKey: string };
}
