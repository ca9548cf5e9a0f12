// JSON that another system wrote, looked into field by field: what is not what it should be is as if it were not there.
export type Raw = Readonly<Record<string, unknown>>;

const nothing: Raw = {};

// Whatever its fields hold is looked at one by one.
export const asObject = (raw: unknown): Raw => (typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Raw) : nothing);
export const asList = (raw: unknown): ReadonlyArray<unknown> => (Array.isArray(raw) ? raw : []);
export const asText = (raw: unknown): string => (typeof raw === "string" ? raw : "");
