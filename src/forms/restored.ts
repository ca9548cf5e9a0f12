/**
 * A draft of a chart's fields that comes back, and what came to stand meanwhile: somebody else's answer is never overwritten
 * by a field that nobody has touched since.
 *
 * - RSD1 A field that was not touched in the draft shows what stands now.
 * - RSD2 A field that was, and for which something else stands now than when it was begun, shows what stands now; what was typed is
 *   kept beside it, through another reload too, and is written only if somebody takes it up again.
 * - RSD3 A list is left as it was begun: what came to it stays in it all the same (DET5).
 */
import { isList, type DetailName } from "#core/visit/details.ts";
import type { DraftFields } from "#core/draft.ts";
import type { DoorAnswers } from "./door.ts";
import { stoodIn } from "./typed-entries.ts";

/** What was typed in a draft of a field for which something else stands now. */
export const mineIn = (name: DetailName): string => `${name}-mine`;

/** `stands` is what stands now, as it would be typed. */
export const restored = (names: ReadonlyArray<DetailName>, draft: DraftFields, stands: DoorAnswers): DraftFields => ({
  ...draft,
  ...Object.assign({}, ...names.filter((name) => !isList(name)).map((name) => fieldRestored(name, draft, stands[name] ?? ""))),
});

const fieldRestored = (name: DetailName, draft: DraftFields, stands: string): DraftFields => {
  const [stood, typed = "", mine = ""] = [draft[stoodIn(name)], draft[name], draft[mineIn(name)]];
  // Begun before drafts knew what stood.
  if (stood === undefined || stood === stands) return {};
  const own = typed === stood ? mine : typed;
  return { [name]: stands, [stoodIn(name)]: stands, [mineIn(name)]: own === stands ? "" : own };
};
