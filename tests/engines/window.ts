/**
 * A page as a person meets it, in any engine: what it says, what stands where, keys and a pointer.
 * Everything is found by role and name or by its words; nothing is reached that a person could not reach.
 */
import type { Running } from "./wire.ts";

export type Role = "button" | "link" | "row" | "textbox";

export interface Page {
  readonly open: (url: string) => Promise<void>;
  /** All that can be read on the page now. */
  readonly text: () => Promise<string>;
  /** The words of everything that shows with this role. */
  readonly texts: (role: Role) => Promise<ReadonlyArray<string>>;
  readonly value: (textbox: string) => Promise<string | null>;
  readonly isFocused: (textbox: string) => Promise<boolean>;
  /** Presses the middle of what bears this name; false when it is not there, moves, is switched off, has something over it or was not met. */
  readonly click: (role: Role, name: string) => Promise<boolean>;
  /** A chord such as `Control+Enter`, or one key. */
  readonly press: (chord: string) => Promise<void>;
  /** One key after the other, as fast as the engine takes them. */
  readonly type: (text: string) => Promise<void>;
}

/** In the notation of WebDriver, https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const named: Readonly<Record<string, string>> = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004", Alt: "\uE00A", Control: "\uE009", Shift: "\uE008" };

export const pageOf = ({ wire }: Running): Page => {
  const keys = (actions: ReadonlyArray<{ readonly type: "keyDown" | "keyUp"; readonly value: string }>) => wire.act([{ type: "key", id: "keyboard", actions }]);
  const find = (role: Role, name: string | null) => wire.run(String(findInPage), [role, name]) as Promise<ReadonlyArray<Found>>;
  const textbox = async (name: string): Promise<Found | undefined> => (await find("textbox", name))[0];
  return {
    open: wire.goTo,
    text: async () => String(await wire.run('() => document.body?.innerText ?? ""', [])),
    texts: async (role) => (await find(role, null)).map(({ text }) => text),
    value: async (name) => (await textbox(name))?.value ?? null,
    isFocused: async (name) => (await textbox(name))?.isFocused ?? false,
    click: async (role, name) => {
      const [found] = await find(role, name);
      if (found === undefined || !found.isOpen) return false;
      const { x, y } = found;
      const press = [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] as const;
      await wire.act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: press }]);
      // What came above it meanwhile may have moved it away under the pointer. A page that was left has no answer: it was met.
      return (await wire.run("() => document.documentElement.dataset.pressed", [])) !== "beside";
    },
    press: (chord) => {
      const values = chord.split("+").map((key) => named[key] ?? key);
      return keys([...values.map((value) => ({ type: "keyDown", value }) as const), ...values.toReversed().map((value) => ({ type: "keyUp", value }) as const)]);
    },
    type: (text) => keys(Array.from(text).flatMap((value) => [{ type: "keyDown", value } as const, { type: "keyUp", value } as const])),
  };
};

interface Found {
  readonly text: string;
  readonly value: string | null;
  readonly isFocused: boolean;
  /** It stands still, nothing lies over it and it is not switched off. */
  readonly isOpen: boolean;
  readonly x: number;
  readonly y: number;
}

/** Sent to the page as text, so it stands on its own. */
const findInPage = async (role: Role, name: string | null): Promise<ReadonlyArray<Found>> => {
  const selectors = { button: "button", link: "a[href]", row: "tr, [role=row]", textbox: "input[type=text], input[type=search], textarea" };
  const all = [...document.querySelectorAll<HTMLElement>(selectors[role])].filter((element) => element.checkVisibility());
  const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
  const nameOf = (element: HTMLElement): string => {
    const label = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent;
    return tidy(label ?? element.innerText.replaceAll([...element.querySelectorAll<HTMLElement>("[aria-hidden=true]")].map((part) => part.innerText).join("") || "\0", ""));
  };
  const bearing = name === null ? all : all.filter((element) => nameOf(element) === name);
  if (name !== null) bearing[0]?.scrollIntoView({ block: "center" });
  if (name !== null && bearing[0] !== undefined) {
    document.documentElement.dataset["pressed"] = "beside";
    bearing[0].addEventListener("click", () => { delete document.documentElement.dataset["pressed"]; }, { capture: true, once: true });
  }
  const before = bearing.map((element) => element.getBoundingClientRect());
  if (name !== null) await new Promise((resolve) => { setTimeout(resolve, 100); });
  return bearing.map((element, index) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const isStill = before[index]?.left === left && before[index]?.top === top;
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    const onTop = document.elementFromPoint(x, y);
    const isOff = "disabled" in element && element.disabled === true;
    return {
      text: tidy(element.innerText),
      value: "value" in element ? String(element.value) : null,
      isFocused: document.activeElement === element,
      isOpen: isStill && !isOff && onTop !== null && element.contains(onTop),
      x,
      y,
    };
  });
};
