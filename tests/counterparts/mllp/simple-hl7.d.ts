// The package has no types; what the tests use of it.
declare module "simple-hl7" {
  import type { Server as NetServer, Socket } from "node:net";
  export interface SimpleSegment {
    readonly name: string;
    readonly getField: (index: number) => string;
    readonly setField: (index: number, value: string) => void;
    readonly addField: (value: string | ReadonlyArray<string>, position?: number) => void;
  }
  export interface SimpleMessage {
    readonly header: { readonly getField: (index: number) => string };
    readonly getSegment: (name: string) => SimpleSegment | undefined;
    readonly getSegments: (name: string) => ReadonlyArray<SimpleSegment>;
    readonly addSegment: (name: string, ...fields: ReadonlyArray<string>) => void;
    readonly toString: () => string;
  }
  export interface SimpleServer {
    readonly server: NetServer;
    readonly start: (port: number) => void;
    readonly stop: () => void;
  }
  type Handler = (error: unknown, request: { readonly msg: SimpleMessage }, response: { readonly ack: SimpleMessage; readonly socket: Socket; readonly end: () => void }) => void;
  export const Server: { readonly createTcpServer: (options: object, handler: Handler) => SimpleServer };
  export const Parser: new () => { readonly parse: (text: string) => SimpleMessage };
}
