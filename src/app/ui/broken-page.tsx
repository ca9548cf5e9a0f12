// When a page breaks: the log is safe, and the way to the export stays open.
import { Component, type ReactNode } from "react";
import type { Words } from "#i18n/words.ts";
import { addressOf, rescueAddress } from "../place.ts";

interface BrokenPageProps {
  readonly words: Words;
  readonly children: ReactNode;
}

interface BrokenPageState {
  readonly isBroken: boolean;
}

/** A class because React gives error boundaries no other form. */
export class BrokenPage extends Component<BrokenPageProps, BrokenPageState> {
  override state: BrokenPageState = { isBroken: false };

  static getDerivedStateFromError(): BrokenPageState {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const { faults, frame } = this.props.words;
    return (
      <main className="page" role="alert">
        <h1>{faults.brokenTitle}</h1>
        <p>{faults.brokenText}</p>
        <p className="row">
          <button type="button" className="button button-main" onClick={() => location.reload()}>
            {faults.reload}
          </button>
          <a className="button" href={addressOf("/recovery")}>
            {frame.recovery}
          </a>
          <a className="button" href={rescueAddress()}>
            {faults.rescue}
          </a>
        </p>
      </main>
    );
  }
}
