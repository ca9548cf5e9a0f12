/**
 * What a receiver's acknowledgement says of the message that was sent.
 *
 * - MLA1 AA and CA with our own MSH-10 in MSA-2 are the only yes.
 * - MLA2 A no with 206 or 207 (locked, application error) is "later"; every other AE, AR, CE and CR is refused.
 * - MLA3 Another MSA-2, no MSA, or anything that cannot be read is unknown, never no.
 * - MLA4 The receiver's own signs between fields are read from its MSH.
 */
export type Answer =
  | { readonly is: "accepted" }
  | { readonly is: "waiting"; readonly why: string }
  | { readonly is: "refused"; readonly why: string }
  | { readonly is: "unknown"; readonly why: string };

/** HL7 table 0357: record locked, application internal error. */
const busyCodes: ReadonlySet<string> = new Set(["206", "207"]);

export const readAnswer = (text: string, sentId: string): Answer => {
  const segments = text.split(/\r\n|\r|\n/);
  const first = segments[0] ?? "";
  const sign = first.charAt(3);
  if (!first.startsWith("MSH") || sign === "" || /[A-Za-z0-9]/.test(sign)) return unknown("no HL7 message");
  const part = first.charAt(4) || "^";
  const fieldsOf = (name: string): ReadonlyArray<string> | undefined => segments.find((one) => one.startsWith(`${name}${sign}`))?.split(sign);
  const msa = fieldsOf("MSA");
  if (msa === undefined) return unknown("no MSA");
  const [, code = "", id = ""] = msa;
  if (id !== sentId) return unknown("an answer to another message");
  if (code === "AA" || code === "CA") return { is: "accepted" };
  if (!["AE", "AR", "CE", "CR"].includes(code)) return unknown("MSA-1 is no code of HL7");
  const err = fieldsOf("ERR");
  const errors = [err?.[3]?.split(part)[0], err?.[1]?.split(part)[3], msa[6]?.split(part)[0]].flatMap((one) => {
    const bare = (one ?? "").split(/[~&]/)[0] ?? "";
    return bare === "" ? [] : [bare];
  });
  const why = [code, ...errors].join(" ");
  return { is: errors.some((one) => busyCodes.has(one)) ? "waiting" : "refused", why };
};

const unknown = (why: string): Answer => ({ is: "unknown", why });
