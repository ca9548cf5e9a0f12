/**
 * What an archive is called. The name is for people and for tidying up; nothing reads the book from it.
 *
 * - ANM1 A name says ward, day and time, and takes any disk: small letters, digits and dashes.
 * - ANM2 An automatic backup also says which device made it, so that a device in a shared folder tidies up its own and no other's.
 */
import { exportName } from "../ehr/export-file.ts";

/** `second`: 2026-11-23-213005, in the ward's own time. */
export const archiveName = (wardName: string, second: string): string => exportName(wardName, second, ".vaktbok");

export const backupName = (wardName: string, second: string, device: string): string => `auto-${device.slice(0, 8)}-${second}-${exportName(wardName, "", "").replace(/-$/, "")}.vaktbok`;

export const isBackupOf = (device: string) => (name: string): boolean => name.startsWith(`auto-${device.slice(0, 8)}-`) && name.endsWith(".vaktbok");
