import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const ignored = ["node_modules/**", ".next*/**", ".data/**", "e2e/**"];
const shared = {
  resolve: {
    alias: {
      "@": root,
    },
  },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          root,
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...ignored, "**/*.db.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          root,
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["lib/db/testing/global-setup.ts"],
          setupFiles: ["lib/db/testing/setup.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
