// A word between the tabs of one browser: "something came in". It carries nothing of what came.

export interface TabChannel {
  readonly tell: () => void;
  readonly listen: (listener: () => void) => void;
  readonly close: () => void;
}

/** Where the platform has no such channel, a tab hears of another only when it writes itself. */
export const openTabChannel = (name: string): TabChannel => {
  if (typeof BroadcastChannel === "undefined") return { tell: () => undefined, listen: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    tell: () => { channel.postMessage(null); },
    listen: (listener) => { channel.onmessage = () => { listener(); }; },
    close: () => { channel.close(); },
  };
};
