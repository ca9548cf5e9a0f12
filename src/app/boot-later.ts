// On a page that was dressed at rest nothing needs a script before the first paint: the boot script comes behind it.
import { painted } from "./boot-load.ts";
import { openScriptDoor } from "./trusted.ts";

const ours = document.currentScript;

void painted().then(() => {
  openScriptDoor();
  const boot = document.createElement("script");
  Object.assign(boot.dataset, ours?.dataset);
  boot.src = ours?.dataset["boot"] ?? "";
  document.head.append(boot);
});
