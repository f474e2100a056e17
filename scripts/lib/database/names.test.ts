import { describe, expect, test } from "vitest";
import { assertNotProduction, assertTestDatabase, databaseName, withDatabaseName } from "./names";

describe("the database's name", () => {
  test("is read from and put into the address", () => {
    expect(databaseName("mysql://root:p%40ss@127.0.0.1:3306/askproai_test?ssl=true")).toBe("askproai_test");
    expect(withDatabaseName("mysql://root:p%40ss@127.0.0.1:3306/askproai", "other_test")).toBe(
      "mysql://root:p%40ss@127.0.0.1:3306/other_test",
    );
  });

  test("decides whether tests may touch it", () => {
    expect(() => assertTestDatabase("mysql://root@127.0.0.1/askproai_test")).not.toThrow();
    for (const name of ["askproai", "test", "askproai_tests", "askproai_test_backup", ""])
      expect(() => assertTestDatabase(`mysql://root@127.0.0.1/${name}`), name).toThrow(/refuse/);
  });
});

test("nothing is deleted where NODE_ENV says production", () => {
  expect(() => assertNotProduction("--reset", { NODE_ENV: "production" })).toThrow(/refused/);
  expect(() => assertNotProduction("--reset", { NODE_ENV: "development" })).not.toThrow();
});
