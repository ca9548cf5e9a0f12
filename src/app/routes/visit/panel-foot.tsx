// The end of a panel in which something is written: what is missing, said aloud, and the button that saves.
interface PanelFootProps {
  /** Null while nothing is missing. */
  readonly missing: string | null;
  readonly save: string;
}

export const PanelFoot = ({ missing, save }: PanelFootProps) => (
  <>
    {missing !== null && (
      <p className="field-note" data-kind="warn" role="alert">
        {missing}
      </p>
    )}
    <button type="submit" className="button button-main panel-save">
      {save}
    </button>
  </>
);
