/** Every constraint of severity error in the snapshots of R4, evaluated with `fhirpath` where its element stands. */
import type { ElementDefinition } from "@medplum/fhirtypes";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import { definitions } from "./definitions.ts";

type Node = { readonly [name: string]: unknown };
interface Within {
  readonly resource: unknown;
  readonly rootResource: unknown;
}

export const invariantFaults = (resource: unknown): ReadonlyArray<string> => {
  const node = resource as Node;
  const type = String(node["resourceType"]);
  return definitions.has(type) ? faultsIn(node, type, type, { resource, rootResource: resource }) : [`${type} is no resource of R4`];
};

const faultsIn = (node: Node, type: string, at: string, within: Within): ReadonlyArray<string> => {
  const definition = definitions.get(type);
  return (definition?.snapshot?.element ?? []).flatMap((element) => {
    const [, ...names] = (element.path ?? "").split(".");
    return nodesAt(node, names, at).flatMap(({ value, path }) => [
      ...brokenIn(value, element, path, within),
      ...(names.length === 0 ? [] : typesOf(element, value).flatMap((inner) => below(value, inner, path, within))),
    ]);
  });
};

const below = (value: unknown, type: string, path: string, within: Within): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return [];
  const { resourceType } = value as Node;
  if (type === "Resource") return typeof resourceType === "string" ? faultsIn(value as Node, resourceType, path, { ...within, resource: value }) : [];
  return faultsIn(value as Node, type, path, within);
};

/** Not into backbone elements: their parts stand in the same snapshot. */
const typesOf = (element: ElementDefinition, value: unknown): ReadonlyArray<string> => {
  const codes = (element.type ?? []).map(({ code }) => code ?? "").filter((code) => !["BackboneElement", "Element", ""].includes(code) && !code.includes("/"));
  if (codes.length <= 1 || (element.path ?? "").endsWith("[x]")) return codes.length === 1 ? codes : chosen.get(value as object) ?? [];
  return [];
};

/** Which of the types of a choice a value was read as. */
const chosen = new WeakMap<object, ReadonlyArray<string>>();

const nodesAt = (node: Node, names: ReadonlyArray<string>, at: string): ReadonlyArray<{ readonly value: unknown; readonly path: string }> => {
  const [name, ...rest] = names;
  if (name === undefined) return [{ value: node, path: at }];
  const keys = name.endsWith("[x]") ? Object.keys(node).filter((key) => key.startsWith(name.slice(0, -3)) && /^[A-Z]/.test(key.slice(name.length - 3))) : [name];
  return keys.flatMap((key) => {
    const found = node[key];
    const values = found === undefined || found === null ? [] : Array.isArray(found) ? (found as ReadonlyArray<unknown>) : [found];
    return values.flatMap((value, place) => {
      if (name.endsWith("[x]") && typeof value === "object" && value !== null) chosen.set(value, [key.slice(name.length - 3)]);
      const path = `${at}.${key}${Array.isArray(found) ? `[${place}]` : ""}`;
      if (rest.length === 0) return [{ value, path }];
      return typeof value === "object" && value !== null ? nodesAt(value as Node, rest, path) : [];
    });
  });
};

const compiled = new Map<string, (value: unknown, variables: object) => unknown>();

const brokenIn = (value: unknown, element: ElementDefinition, path: string, within: Within): ReadonlyArray<string> => {
  // ele-1 stands on every element and says that it is not empty; our own rules say so for the whole tree at once.
  const constraints = (element.constraint ?? []).filter(({ severity, key }) => severity === "error" && key !== "ele-1");
  return constraints.flatMap(({ key, expression, human }) => {
    if (expression === undefined) return [];
    const base = element.path ?? "";
    const id = `${isResource(value) ? "" : base}|${expression}`;
    const run = compiled.get(id) ?? fhirpath.compile(isResource(value) ? expression : { base, expression }, r4, { traceFn: () => undefined });
    compiled.set(id, run);
    const [holds] = run(structuredClone(value), within) as ReadonlyArray<unknown>;
    // ref-1 of R4 is empty for a reference by identifier or display alone, which FHIR allows.
    return holds === false || (holds === undefined && key !== "ref-1") ? [`${key ?? "?"} (${human ?? ""}) at ${path}`] : [];
  });
};

const isResource = (value: unknown): boolean => typeof value === "object" && value !== null && "resourceType" in value;

export const invariantCount = (type: string): number =>
  definitions.get(type)?.snapshot?.element.reduce((sum, { constraint = [] }) => sum + constraint.length, 0) ?? 0;
