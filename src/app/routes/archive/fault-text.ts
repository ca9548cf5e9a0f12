/**
 * One clear sentence for whatever stopped an archive from being read or a backup from being made.
 *
 * - AFT1 Every fault has its sentence, and it says whether anything was changed.
 */
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { BackupFault } from "../../archive/backups.ts";
import type { ArchiveFault } from "../../archive/port.ts";

const megabyte = 1024 * 1024;

export const archiveFaultText = (fault: ArchiveFault, { archive: { faults } }: PageWords): string => {
  switch (fault.type) {
    case "NotOurs":
      return faults.notOurs;
    case "RescueFile":
      return faults.rescueFile;
    case "Newer":
      return faults.newer;
    case "WrongKey":
      return faults.wrongKey;
    case "Damaged":
      return faults.damaged;
    case "Unreadable":
      return faults.unreadable;
    case "TooLarge":
      return faults.tooLarge(Math.round(fault.maxBytes / megabyte));
    case "OtherWard":
      return faults.otherWard(fault.records);
    case "OtherKeys":
      return faults.otherKeys;
    case "DrillOnly":
      return faults.drillOnly;
    case "RealOnly":
      return faults.realOnly;
    case "DiskFull":
      return faults.diskFull;
    case "StoreLost":
    case "NewerData":
    case "NoStore":
    case "KeysLost":
      return faults.notTaken;
  }
};

export const backupFaultText = (fault: BackupFault, { archive: { folderFaults } }: PageWords): string => {
  switch (fault) {
    case "FolderGone":
    case "NotAllowed":
      return folderFaults.folderGone;
    case "FolderFull":
      return folderFaults.folderFull;
    case "NotTheSame":
      return folderFaults.notTheSame;
    case "NotOurs":
    case "RescueFile":
    case "Newer":
    case "WrongKey":
    case "Damaged":
    case "Unreadable":
    case "OtherKeys":
    case "OtherWard":
    case "DrillOnly":
    case "RealOnly":
    case "TooLarge":
    case "DiskFull":
    case "StoreLost":
    case "NewerData":
    case "NoStore":
    case "KeysLost":
      return folderFaults.notMade;
  }
};
