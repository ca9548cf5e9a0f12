// A call as it stands in a form: what came of it, and a remark.
import { callBackOutcomes, type CallBack } from "#core/visit/call-back.ts";

export interface CallBackAnswers {
  readonly outcome?: string;
  readonly remark?: string;
}

/** An outcome that cannot be read stays as it was. */
export const readCallBack = ({ outcome, remark = "" }: CallBackAnswers, before: CallBack): CallBack => ({
  outcome: callBackOutcomes.find((one) => one === outcome) ?? before.outcome,
  ...(remark.trim() === "" ? {} : { remark: remark.trim() }),
});
