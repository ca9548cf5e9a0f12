// How it stands with somebody who rang and has not come: what was decided, and when they are to be rung up.
import type { Phone } from "#core/visit/phone.ts";
import { actionOf, callBacksOf } from "#core/visit/phone.ts";
import { timeOf } from "../../formats.ts";
import { actionText } from "./call-text.ts";
import type { TextContext } from "./fact-text.ts";

export const PhoneStanding = ({ phone, text: { words, nowMs, language } }: { readonly phone: Phone; readonly text: TextContext }) => {
  const { telephone } = words;
  const action = actionOf(phone);
  const [dueAtMs] = callBacksOf(phone);
  return (
    <div className="standing" role="status" data-over={dueAtMs !== undefined && dueAtMs <= nowMs}>
      <strong>
        {telephone.rangAt} <span className="number">{timeOf(phone.atMs, nowMs, language)}</span>
      </strong>
      {action !== null && <span>{actionText(action, telephone)}</span>}
      {dueAtMs !== undefined && (
        <span className="standing-left">
          {telephone.callBackAt} <span className="number">{timeOf(dueAtMs, nowMs, language)}</span>
        </span>
      )}
      <span className="soft small">{telephone.notCome}</span>
    </div>
  );
};

/** One line of text, for paper. */
export const phoneStateText = (phone: Phone, { words: { telephone }, nowMs, language }: TextContext): string => {
  const action = actionOf(phone);
  const [dueAtMs] = callBacksOf(phone);
  return [
    `${telephone.rangAt} ${timeOf(phone.atMs, nowMs, language)}`,
    action === null ? "" : actionText(action, telephone),
    dueAtMs === undefined ? "" : `${telephone.callBackAt} ${timeOf(dueAtMs, nowMs, language)}`,
  ].filter((text) => text !== "").join(", ");
};
