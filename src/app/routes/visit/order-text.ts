// Orders, results and procedures in words: the chart, the paper and the notice say the same.
import { identifiersWanted, type Order, type OrderResult, type Procedure } from "#core/clinical/order.ts";
import type { VisitFact } from "#core/visit/events.ts";
import type { VisitOrder } from "#core/visit/orders.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { OrderWords } from "#i18n/pages/orders.ts";
import type { FactText } from "./fact-text.ts";

type OrderFact = Extract<VisitFact, { readonly type: "v1.Ordered" | "v1.ResultCame" | "v1.OrderOwned" | "v1.OrderDropped" | "v1.ProcedureDone" }>;
type Answers = FactText["answers"];

export const orderFactText = (event: OrderFact, words: OrderWords): FactText => {
  switch (event.type) {
    case "v1.Ordered":
      return { head: `${words.ordered}: ${event.order.what}`, answers: orderAnswers(event.order, words) };
    case "v1.ResultCame":
      return { head: resultHead(event.result, words), answers: resultAnswers(event.result, words) };
    case "v1.OrderOwned":
      return { head: `${words.ownedBy}: ${event.owner}`, answers: [] };
    case "v1.OrderDropped":
      return { head: words.dropped, answers: filled([[words.dropWhy, event.why]]) };
    case "v1.ProcedureDone":
      return { head: `${words.procedure}: ${event.procedure.what}`, answers: procedureAnswers(event.procedure, words) };
  }
};

/** With the name of the order that it is of, as the visit knows it. */
export const orderNameAnswer = (event: VisitFact, { orders }: Visit, said: FactText): FactText => {
  if (event.type !== "v1.ResultCame" && event.type !== "v1.OrderOwned" && event.type !== "v1.OrderDropped") return said;
  // Two records of one order say the same of it: any of its claims names it.
  const order = orders.all.find((one) => one.id === event.order || one.order.some(({ by }) => by === event.order));
  if (order === undefined) return said;
  const at = said.head.indexOf(":");
  const name = namesOf(order);
  return { ...said, head: at === -1 ? `${said.head}: ${name}` : `${said.head.slice(0, at)}, ${name}${said.head.slice(at)}` };
};

/** "CRP"; both where devices corrected it unaware of each other. */
export const namesOf = ({ order }: Pick<VisitOrder, "order">): string => orderNames(order.map(({ value }) => value));

export const orderNames = (orders: ReadonlyArray<Order>): string => [...new Set(orders.map(({ what }) => what))].join(" ≠ ");

const orderAnswers = ({ kind, requisition, urgent }: Order, words: OrderWords): Answers =>
  filled([[words.kind, urgent === undefined ? words[kind] : `${words[kind]}, ${words.urgent.toLowerCase()}`], [words.requisition, requisition]]);

const resultHead = ({ text, critical }: OrderResult, words: OrderWords): string =>
  `${critical === undefined ? words.result : `‼ ${words.critical}`}: ${text === "" ? words.textOnPaper : text}`;

const resultAnswers = ({ identifiedBy, critical, preliminary }: OrderResult, words: OrderWords): Answers =>
  filled([
    [words.compared, comparedText(identifiedBy, words)],
    [words.call, critical === undefined ? "" : [critical.calledBy ?? "", critical.readBack ? words.readBack.toLowerCase() : words.notReadBack.toLowerCase()].filter((part) => part !== "").join(", ")],
    [words.result, preliminary === undefined ? "" : words.preliminary.toLowerCase()],
  ]);

const comparedText = (identifiedBy: OrderResult["identifiedBy"], words: OrderWords): string => {
  const names = identifiedBy.map((one) => words[one].toLowerCase()).join(", ");
  if (names === "") return words.nothingCompared.toLowerCase();
  return identifiedBy.length < identifiersWanted ? `${names} (${words.oneOfTwo})` : names;
};

export const procedureAnswers = ({ where, by, remark }: Procedure, words: OrderWords): Answers => filled([[words.where, where], [words.by, by], [words.remark, remark]]);

const filled = (answers: ReadonlyArray<readonly [label: string, answer: string | undefined]>): Answers =>
  answers.flatMap(([label, answer = ""]) => (answer === "" ? [] : [[label, answer] as const]));
