// Key files in the origin's own file system.
import type { OriginFiles } from "../files/origin-files.ts";
import type { SecretFiles } from "./secret-files.ts";

export const opfsSecretFiles = ({ read, write, shred }: OriginFiles): SecretFiles => ({ kind: "opfs", read, write, shred });
