import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { Sentence } from "./sentence";

/** First-load JavaScript of a page, gzipped. */
export const heaviestBytes = 200_000;

interface PageWeight {
  /** "/[tenant]/calls" */
  page: string;
  bytes: number;
}

interface ClientManifest {
  entryJSFiles?: Record<string, string[]>;
}

/** What each page of a production build has the browser fetch before it can be used, by Next's own lists. */
export function weighPages(distFolder: string): PageWeight[] {
  const appFolder = join(distFolder, "server", "app");
  const shared = readJson<{ rootMainFiles: string[] }>(join(distFolder, "build-manifest.json")).rootMainFiles;
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(join(distFolder, file))).length;
    sizes.set(file, known);
    return known;
  };
  return readdirSync(appFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page_client-reference-manifest.js") && !file.startsWith("_"))
    .map((file) => {
      const page = `/${file.replace(/\/?page_client-reference-manifest\.js$/, "")}`;
      const files = new Set([...shared, ...entryFiles(join(appFolder, file), page)]);
      return {
        page,
        bytes: [...files].reduce((sum, each) => sum + sizeOf(each), 0),
      };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** The page with its layouts; its error and not-found pages come only when they are needed. */
function* entryFiles(manifest: string, page: string): Generator<string> {
  const scope: { __RSC_MANIFEST?: Record<string, ClientManifest> } = {};
  runInNewContext(readFileSync(manifest, "utf8"), { globalThis: scope });
  const [found] = Object.values(scope.__RSC_MANIFEST ?? {});
  for (const [entry, files] of Object.entries(found?.entryJSFiles ?? {}))
    if (/\/(layout|page)$/.test(entry)) yield* files;
  if (!found?.entryJSFiles) throw new Sentence(`The build lists no scripts for ${page}.`);
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8"));
