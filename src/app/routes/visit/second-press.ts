// A chosen chip that is pressed again is chosen no more: what was pressed by mistake need not be told. A browser's radio cannot do it.
import type { MouseEvent, PointerEvent } from "react";

/** For whatever holds the chips. */
export const clearsOnSecondPress = {
  onPointerDown: ({ target }: PointerEvent): void => {
    if (target instanceof HTMLInputElement && target.type === "radio") target.dataset["was"] = String(target.checked);
  },
  onClick: ({ target }: MouseEvent): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const isSecond = target.dataset["was"] === "true";
    delete target.dataset["was"];
    if (!isSecond) return;
    target.checked = false;
    target.dispatchEvent(new Event("input", { bubbles: true }));
  },
} as const;
