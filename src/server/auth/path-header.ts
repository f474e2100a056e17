/** Set by proxy.ts for pages: a server component does not know its own address. */
export const pathHeader = "x-askproai-path";
