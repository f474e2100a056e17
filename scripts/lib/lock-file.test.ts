import { expect, test } from "vitest";
import { missingEntries, platformOf } from "./lock-file";

test("a binary of another platform that npm left out is found, with its platform", () => {
  const packages = {
    "": {},
    "node_modules/tool": {
      dev: true,
      optionalDependencies: { "@tool/linux-x64": "1.2.0", "@tool/darwin-arm64": "1.2.0", colours: "^3.0.0" },
    },
    "node_modules/@tool/linux-x64": { version: "1.2.0" },
  };
  expect(missingEntries({ packages })).toEqual({
    "node_modules/@tool/darwin-arm64": {
      version: "1.2.0",
      os: ["darwin"],
      cpu: ["arm64"],
      dev: true,
      optional: true,
    },
  });
});

test.each([
  ["@next/swc-linux-arm64-musl", { os: ["linux"], cpu: ["arm64"], libc: ["musl"] }],
  ["@swc/core-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"] }],
  ["@swc/core-linux-s390x-gnu", { os: ["linux"], cpu: ["s390x"], libc: ["glibc"] }],
  ["@next/swc-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
  ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
])("%s runs where its name says", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
