import { defineConfig } from "vitest/config";

const alias = { "@/": `${new URL("./src/", import.meta.url).pathname}` };

/** `unit` needs nothing; `database` needs TEST_DATABASE_URL, which `npm test` sets to a server of its own. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Read when the logger is imported, which is before any setup file runs.
    env: { LOG_LEVEL: "silent" },
    // The same for both projects: Vitest refuses to mix, and its default depends on the machine's cores.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["src/**/*.db.test.ts"],
          environment: "node",
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["src/**/*.db.test.ts"],
          environment: "node",
          setupFiles: ["src/test/setup.ts"],
          hookTimeout: 60_000,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
