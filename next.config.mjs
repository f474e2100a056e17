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

export default createNextIntlPlugin("./src/messages/request.ts")(config);
