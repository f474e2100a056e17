export * from "./appointments";
export * from "./business";
export * from "./calcom";
export * from "./calls";
export * from "./customers";
export * from "./identity";
export * from "./messaging";
export * from "./tenants";
