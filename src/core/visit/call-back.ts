// Somebody rang a patient who had gone, or tried to. Every attempt stands.
export const callOutcomes = ["reached", "notReached", "settledOtherwise"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export interface CallBack {
  readonly outcome: CallOutcome;
  readonly remark?: string;
}
