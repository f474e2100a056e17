import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { de } from "@/messages/de";
import { en } from "@/messages/en";
import { root } from "../paths";
import { collectUsage } from "./collect-usage";
import { compareLanguages, compareUsage, flatten } from "./compare-messages";

/** Both languages say the same things, and neither more nor less than the code asks for. */
export async function checkMessages(): Promise<string | undefined> {
  const german = flatten(de);
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );
  const usages = sources.map((file) => collectUsage(file, readFileSync(join(root, "src", file), "utf8")));
  const problems = [...compareLanguages(german, flatten(en)), ...compareUsage(german, usages)];
  return problems.length === 0 ? undefined : problems.join("\n");
}
