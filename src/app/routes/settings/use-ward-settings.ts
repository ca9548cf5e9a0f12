// The ward's settings, and the one way a page changes them: a record that every device hears.
import type { WardSettings } from "#core/ward/events.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";

export const useWardSettings = (): { readonly now: WardSettings; readonly set: (change: Partial<WardSettings>, done: string) => void } => {
  const { clock } = useApp();
  const { ward } = useWardState();
  const { tell } = useDeeds();
  return {
    now: settingsOf(ward),
    set: (settings, done) => void tell([{ atMs: clock.nowMs(), event: { type: "v1.WardSettingsSet", settings } }], done),
  };
};
