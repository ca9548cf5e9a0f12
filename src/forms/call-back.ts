// A call as it stands in a form: what came of it, and a remark.
import { callOutcomes, type CallBack } from "#core/visit/call-back.ts";

export interface CallAnswers {
  readonly outcome?: string;
  readonly remark?: string;
}

/** An outcome that cannot be read stays as it was. */
export const readCall = ({ outcome, remark = "" }: CallAnswers, before: CallBack): CallBack => ({
  outcome: callOutcomes.find((one) => one === outcome) ?? before.outcome,
  ...(remark.trim() === "" ? {} : { remark: remark.trim() }),
});
