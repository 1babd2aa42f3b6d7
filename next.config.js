import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Native addons, WebAssembly and packages that read their own files stay outside the bundle.
  serverExternalPackages: ["pg", "highs", "pino", "@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg"],
};

export default createNextIntlPlugin("./app/_i18n/request.ts")(config);
