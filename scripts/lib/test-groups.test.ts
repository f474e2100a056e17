import { expect, test } from "vitest";
import { believed, countPlaywright, countVitest } from "./test-groups";

test("a test file that could not be loaded counts as a failure", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}, {}] },
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
  ];
  expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
  });
});

test("a browser test that was skipped or needed luck counts as a failure", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4 });
});

test("a runner that ran nothing, or failed without naming a test, is not believed", () => {
  expect(believed(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
  expect(believed(1, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 });
  expect(believed(1, { passed: 9, failed: 2 })).toEqual({ passed: 9, failed: 2 });
  expect(believed(0, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 0 });
});
