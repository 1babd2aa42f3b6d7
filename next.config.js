import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The development server sends its scripts to this address too, not only to localhost.
  allowedDevOrigins: ["127.0.0.1"],
  // Native addons, WebAssembly and packages that read their own files stay outside the bundle.
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "nodemailer",
    "web-push",
    "highs",
    "pino",
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  // A file of a case weighs 10 MB at most; the rest is for the form around it.
  experimental: { serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "11mb" },
  turbopack: {
    // Messages are compiled when they are read (lib/i18n/messages), so formatting needs no parser: 10 KB less a page.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
};

export default createNextIntlPlugin("./app/_i18n/request.ts")(config);
