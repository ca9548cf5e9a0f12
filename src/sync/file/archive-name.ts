/**
 * What an archive is called. The name is for people and for tidying up; nothing reads the book from it.
 *
 * - ANM1 A name says ward, day and time, and takes any disk: small letters, digits and dashes.
 * - ANM2 An automatic backup also says which device made it, so that a device in a shared folder tidies up its own and no other's.
 */
import { exportName } from "../ehr/export-file.ts";

/** `minute`: 2026-11-23-2130, in the ward's own time. */
export const archiveName = (wardName: string, minute: string): string => exportName(wardName, minute, ".vaktbok");

export const backupName = (wardName: string, minute: string, device: string): string => `auto-${device.slice(0, 8)}-${minute}-${exportName(wardName, "", "").replace(/-$/, "")}.vaktbok`;

export const isBackupOf = (device: string) => (name: string): boolean => name.startsWith(`auto-${device.slice(0, 8)}-`) && name.endsWith(".vaktbok");
