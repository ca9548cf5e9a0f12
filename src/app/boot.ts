/**
 * The first script of every page, in the head, before anything is drawn: this device's looks, and on the door's page a form
 * that takes keys while the program is still on its way. The build makes one small file of it (scripts/vite/start-pages.ts).
 * On a page that was dressed at rest it comes after the first paint and finds all as it should be.
 *
 * - BOOT1 Language, light and glove mode stand before the first paint: no white flash at night.
 * - BOOT2 Of the languages only the device's own is loaded; the others come after the start.
 */
import { holdDoor } from "./boot-door.ts";
import { dressDoor, dressHead, type Looks } from "./boot-dress.ts";
import { holdKey } from "./boot-keys.ts";
import { readHint } from "./boot-hint.ts";
import { loadInPieces, piecesFor } from "./boot-load.ts";
import { readPrefs } from "./prefs.ts";
import { readProfile } from "./profile.ts";
// What the drawn page needs, as a small style sheet of its own; the program brings the whole one.
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/ui.css";
import "./frame/frame.css";
import "./routes/intake/intake.css";

const profile = readProfile(sessionStorage);
const looks: Looks = { prefs: readPrefs(localStorage, location.search, navigator.languages), profile, hint: readHint(localStorage, profile) };
dressHead(document, looks);

const { style = "", pieces } = document.currentScript?.dataset ?? {};

/**
 * Stands right behind the drawn form. The parser calls it the moment it meets it, so the form is in place in the same turn
 * as it came to be: no second script to wait for, no frame with a wrong form.
 */
class DoorMark extends HTMLElement {
  connectedCallback(): void {
    dressDoor(document, looks);
    holdDoor();
    void loadInPieces(style, piecesFor(looks.prefs.language, pieces ?? ""));
  }
}
// On the door's page letters are the form's.
if (pieces === undefined) holdKey();
else customElements.define("vaktbok-door", DoorMark);
