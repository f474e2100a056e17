import { defineConfig } from "vitest/config";

const alias = { "@/": `${new URL("./src/", import.meta.url).pathname}` };

/** `unit` needs nothing; `database` needs TEST_DATABASE_URL, which `npm test` sets to a server of its own. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Read when the logger is imported, which is before any setup file runs.
    env: { LOG_LEVEL: "silent" },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["src/**/*.db.test.ts"],
          environment: "node",
          sequence: { groupOrder: 0 },
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
          // One after the other: each group may then have its own number of workers, on any number of cores.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
        },
      },
    ],
  },
});
