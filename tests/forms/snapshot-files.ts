// A house with two patients, as a journal gives it out in FHIR: the same as a searchset and as one resource a line.
export const kariFhir = {
  resourceType: "Patient", id: "1", active: true,
  identifier: [{ system: "urn:oid:2.16.578.1.12.4.1.4.1", value: "12835700052" }],
  name: [{ use: "official", given: ["Kari", "Marie"], family: "Nordmann" }], birthDate: "1957-03-12", gender: "female",
};
const ola = { resourceType: "Patient", id: "2", name: [{ text: "Ola Hansen" }], birthDate: "1960", gender: "unknown" };

export const encounter = (patient: string, display: string, start: string) => ({ resourceType: "Encounter", status: "in-progress", subject: { reference: patient }, period: { start }, location: [{ status: "active", location: { display } }] });

const allergy = (code: object, patient = "Patient/1") => ({ resourceType: "AllergyIntolerance", patient: { reference: patient }, clinicalStatus: { coding: [{ code: "active" }] }, code });

const resources = [
  kariFhir,
  ola,
  encounter("Patient/1", "Kirurgisk 3", "2026-11-22T14:10:00+01:00"),
  { ...encounter("Patient/2", "", "i går"), period: {}, location: [{ location: { reference: "Location/9" } }] },
  { resourceType: "Location", id: "9", name: "Medisinsk 1" },
  allergy({ text: "Penicillin" }),
  allergy({ coding: [{ display: "Peanøtt" }] }, "Patient/1/_history/2"),
  allergy({ coding: [{ system: "http://snomed.info/sct", code: "716186003" }] }, "Patient/2"),
];

export const bundle = () => ({
  resourceType: "Bundle", type: "searchset", timestamp: "2026-11-23T14:10:00+01:00", total: 2,
  entry: resources.map((resource) => ({ fullUrl: `https://journal/fhir/${resource.resourceType}/${"id" in resource ? resource.id : "x"}`, resource })),
});

export const ndjson = (): string => resources.map((resource) => JSON.stringify(resource)).join("\n");
