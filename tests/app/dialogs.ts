/** jsdom has the dialog element but not its way of opening; this much of it the pages stand on. Import for its effect. */
import { beforeAll } from "vitest";

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.setAttribute("open", "");
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.removeAttribute("open");
  };
});
