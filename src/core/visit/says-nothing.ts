// What would say nothing: no record is written of it, and no correction ends in it.
import { saysNothingConcluded } from "../clinical/conclusion.ts";
import { saysNothingFound } from "../clinical/found.ts";
import { saysNothingNoted } from "../clinical/note.ts";
import { saysNothingCame, saysNothingOrdered } from "../clinical/order.ts";
import { saysNothingOfCall } from "../clinical/telephone.ts";
import { detailNames, type DetailAnswers } from "./details.ts";
import type { VisitFact } from "./events.ts";

export const factSaysNothing = (fact: VisitFact): boolean =>
  (fact.type === "v1.DetailsSet" && detailsSayNothing(fact.details)) || (fact.type === "v1.Observed" && saysNothingFound(fact.found)) ||
  (fact.type === "v1.MedicineGiven" && fact.given.drug.trim() === "") ||
  (fact.type === "v1.Concluded" && saysNothingConcluded(fact.conclusion)) ||
  (fact.type === "v1.CallEnded" && saysNothingOfCall(fact.outcome)) ||
  (fact.type === "v1.Ordered" && saysNothingOrdered(fact.order)) ||
  (fact.type === "v1.ResultCame" && saysNothingCame(fact.order, fact.result)) ||
  (fact.type === "v1.OrderOwned" && fact.owner.trim() === "") ||
  (fact.type === "v1.FormFilled" && fact.filled.answers.length === 0) ||
  (fact.type === "v1.ProcedureDone" && saysNothingOrdered(fact.procedure)) ||
  (fact.type === "v1.Noted" && saysNothingNoted(fact.note));

export const detailsSayNothing = (details: DetailAnswers): boolean => detailNames.every((name) => details[name] === undefined);
