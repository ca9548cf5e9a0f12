/**
 * Orders and results, one a line each: a result stands beside the order that it is of.
 *
 * - CSV17 An order is a line and so is each result; `bestilling_id` is the same in all of one order, and empty where nobody ordered it.
 */
import type { Identifier, Order, OrderKind, OrderResult } from "#core/clinical/order.ts";
import type { OrderState, VisitOrder } from "#core/visit/orders.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { ClaimLine, ClaimTable } from "./claims.ts";
import { yes } from "./words.ts";

interface Said {
  readonly of: VisitOrder | null;
  readonly order: Order | null;
  readonly result: OrderResult | null;
}

const kindWords: { readonly [K in OrderKind]: string } = { lab: "lab", imaging: "bilde", other: "annet" };
const stateWords: { readonly [S in OrderState]: string } = { awaited: "venter på svar", partly: "delvis svar", came: "svart", notNeeded: "trengs ikke" };
const identifierWords: { readonly [I in Identifier]: string } = {
  name: "navn", born: "født", nationalNumber: "fødselsnummer", temporaryNumber: "midlertidig nummer", requisition: "rekvisisjon",
};

const linesOf = ({ orders: { all, loose } }: Visit): ReadonlyArray<ClaimLine<Said>> => [
  ...all.flatMap((of) => [
    ...of.order.map((claim) => ({ claim, said: { of, order: claim.value, result: null } })),
    ...of.results.map((claim) => ({ claim, said: { of, order: null, result: claim.value } })),
  ]),
  ...loose.map((claim) => ({ claim, said: { of: null, order: null, result: claim.value } })),
];

export const orderTable: ClaimTable<Said> = {
  rest: "-prover.csv",
  columns: [
    ["rad", ({ result }) => (result === null ? "bestilling" : "svar")],
    ["hva", ({ of }) => [...new Set(of?.order.map(({ value }) => value.what))].join(" / ")],
    ["slag", ({ order }) => (order === null ? "" : kindWords[order.kind])],
    ["rekvisisjon", ({ order }) => order?.requisition],
    ["haster", ({ order }) => (order?.urgent === undefined ? "" : yes)],
    ["tilstand", ({ of, order }) => (of === null || order === null ? "" : stateWords[of.state])],
    ["følges_opp_av", ({ of, order }) => (order === null ? "" : [...new Set((of?.owner ?? []).map(({ value }) => value))].join(" / "))],
    ["svar", ({ result }) => result?.text],
    ["foreløpig", ({ result }) => (result?.preliminary === undefined ? "" : yes)],
    ["sammenlignet", ({ result }) => (result?.identifiedBy ?? []).map((one) => identifierWords[one]).join(", ")],
    ["kritisk", ({ result }) => (result?.critical === undefined ? "" : yes)],
    ["ringt_av", ({ result }) => result?.critical?.calledBy],
    ["lest_tilbake", ({ result }) => (result?.critical === undefined ? "" : result.critical.readBack ? yes : "nei")],
    ["bestilling_id", ({ of }) => of?.id],
  ],
  linesOf,
};
