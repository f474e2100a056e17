import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  // Tests build beside the demo's build, so that neither wipes the other's output.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: process.env.SKIP_TYPE_CHECK === "1" },
  serverExternalPackages: ["@node-rs/argon2", "mysql2", "pino", "date-holidays", "rate-limiter-flexible"],
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "X-Frame-Options", value: "DENY" },
        ],
      },
    ];
  },
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./src/messages/request.ts",
  // Sentences are parsed while building, so that no parser travels to the browser.
  experimental: {
    messages: { path: "./src/messages", locales: "infer", format: "json", precompile: true },
  },
});

export default withMessages(config);
