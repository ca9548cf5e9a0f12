// Which version of the program this is, as the package says it.
import { version } from "../../package.json";

export const programVersion: string = version;
