/**
 * What was asked for (a sample, a picture, something else), the result that came of it, and what was done with the patient's
 * body, as they are written on paper.
 *
 * - AWO1 Only what it is is needed of an order or a procedure; of a result to an order that it came is enough: the text may lie on paper.
 * - AWO2 A result is checked against the patient by two identifiers; which ones were compared is told, and fewer hinder nothing.
 */
export const orderKinds = ["lab", "imaging", "other"] as const;
export type OrderKind = (typeof orderKinds)[number];

export interface Order {
  readonly kind: OrderKind;
  readonly what: string;
  /** The number on the paper requisition. */
  readonly requisition?: string;
  readonly urgent?: true;
}

/** What a result and a patient can be compared by. */
export const identifiers = ["name", "born", "nationalNumber", "temporaryNumber", "requisition"] as const;
export type Identifier = (typeof identifiers)[number];
export const identifiersWanted = 2;

export interface CriticalCall {
  /** Who called from the laboratory; absent when nobody wrote it. */
  readonly calledBy?: string;
  /** Whether who took the call read the result back. */
  readonly readBack: boolean;
}

export interface OrderResult {
  readonly text: string;
  /** Compared with the patient; none means that nobody said so. */
  readonly identifiedBy: ReadonlyArray<Identifier>;
  readonly critical?: CriticalCall;
  /** More is to come: the order is still awaited. */
  readonly preliminary?: true;
}

export interface Procedure {
  readonly what: string;
  readonly where?: string;
  readonly by?: string;
  readonly remark?: string;
}

export const saysNothingOrdered = ({ what }: Pick<Order | Procedure, "what">): boolean => what.trim() === "";

/** Of an order, that something came is worth a record; of none, it must say what. */
export const saysNothingCame = (order: unknown, { text }: OrderResult): boolean => order === null && text.trim() === "";
