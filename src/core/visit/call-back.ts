// The ward rang somebody who is not here, or tried to: who left unseen, or who was promised a call. Every attempt stands.
export const callBackOutcomes = ["reached", "notReached", "settledOtherwise"] as const;
export type CallBackOutcome = (typeof callBackOutcomes)[number];

export interface CallBack {
  readonly outcome: CallBackOutcome;
  readonly remark?: string;
}
