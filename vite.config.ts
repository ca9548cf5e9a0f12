/** The build: one page, one style sheet; everything an outage needs is in it. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: { target: "es2023", cssCodeSplit: false, modulePreload: { polyfill: false }, reportCompressedSize: false },
});
