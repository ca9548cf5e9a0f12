// Who gave a number or a code, as FHIR names them. Ours stand under one address; none of them is fetched by anybody.
import type { WardId } from "#core/log/record.ts";

const ours = "https://vaktbok.no/fhir";

export const systems = {
  /** `<record id>.<part>`: the key that a repeated delivery is recognised by. */
  recordId: `${ours}/record-id`,
  /** A record of the log, by its hash. */
  record: `${ours}/record`,
  event: `${ours}/event`,
  downtime: `${ours}/downtime`,
  disposition: `${ours}/disposition`,
  role: `${ours}/role`,
  staff: `${ours}/staff-id`,
  device: `${ours}/device`,
  ward: `${ours}/ward`,
  drill: `${ours}/drill`,
  code: `${ours}/code`,
  triageScale: (scale: string): string => `${ours}/triage-scale/${scale}`,
  /** Wards choose their letters alone, so the number is only unique within its ward. */
  temporaryNumber: (ward: WardId): string => `${ours}/ward/${encodeURIComponent(ward)}/temporary-number`,
  foundBy: `${ours}/found-by`,
  route: `${ours}/route`,
  advice: `${ours}/advice`,
  callOutcome: `${ours}/call-outcome`,
  /** Volven 7170 and 7110. */
  icpc2: "urn:oid:2.16.578.1.12.4.1.1.7170",
  icd10: "urn:oid:2.16.578.1.12.4.1.1.7110",
  requisition: `${ours}/requisition`,
  identifiedBy: `${ours}/identified-by`,
  flag: `${ours}/flag`,
  /** An extension: the field whose answer somebody was not sure of. */
  unsure: `${ours}/unsure`,
  contactForm: `${ours}/contact-form`,
  atc: "http://www.whocc.no/atc",
  acvpu: `${ours}/acvpu`,
  /** Volven 9602, kinds of document. */
  documentType: "urn:oid:2.16.578.1.12.4.1.1.9602",
  loinc: "http://loinc.org",
  snomed: "http://snomed.info/sct",
  ucum: "http://unitsofmeasure.org",
  v3: (name: string): string => `http://terminology.hl7.org/CodeSystem/v3-${name}`,
  hl7: (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`,
} as const;

/** HL7 Norway's base profiles. An H-number has no system of its own: only the house that gave it knows it. */
export const nationalNumberSystems = {
  birthNumber: "urn:oid:2.16.578.1.12.4.1.4.1",
  dNumber: "urn:oid:2.16.578.1.12.4.1.4.2",
  sharedHelpNumber: "urn:oid:2.16.578.1.12.4.1.4.3",
  duf: "urn:oid:2.16.578.1.12.4.1.4.5",
} as const;
