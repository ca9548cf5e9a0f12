/**
 * What became of the two copies, told where a person must know it.
 *
 * - ALM4 A second place that fails, a database that does not open and a disk that is full are told on every page for as
 *        long as they are so; records lost from both copies until a person has read it, at every start anew.
 * - ALM5 What was damaged and came back whole is told once, until it is closed: nothing is lost, and that is said.
 */
import { useState } from "react";
import type { Care, LostRun, MendReport } from "#core/log/port.ts";
import type { Words } from "#i18n/words.ts";
import { useApp, useWords } from "../app-context.tsx";
import { useCare } from "../use-care.ts";

export const CareAlarms = () => {
  const care = useCare();
  const words = useWords();
  if (care === null) return null;
  return (
    <>
      {toldAlways(care, words).map((text) => (
        <p key={text} className="frame-alarm" role="alert">
          {text}
        </p>
      ))}
      {care.mended !== null && care.mended.lost.length > 0 && <Lost lost={care.mended.lost} />}
      {care.mended !== null && care.mended.restored > 0 && <Restored report={care.mended} />}
    </>
  );
};

const Lost = ({ lost }: { readonly lost: ReadonlyArray<LostRun> }) => {
  const { care, frame } = useWords();
  const { book } = useApp();
  const [closed, setClosed] = useState<ReadonlyArray<LostRun> | null>(null);
  if (closed === lost) return null;
  const close = (): void => {
    setClosed(lost);
    if (book.is === "open") void book.forgetLost();
  };
  return (
    <div className="frame-alarm row" role="alert">
      {lostText(lost, care)}
      <button type="button" className="button" onClick={close}>
        {frame.close}
      </button>
    </div>
  );
};

const Restored = ({ report }: { readonly report: MendReport }) => {
  const { care, frame } = useWords();
  const [closed, setClosed] = useState<MendReport | null>(null);
  if (closed === report || report.lost.length > 0) return null;
  return (
    <div className="frame-tip row" role="status">
      {care.restored(report.restored)}
      <button type="button" className="button" onClick={() => setClosed(report)}>
        {frame.close}
      </button>
    </div>
  );
};

const toldAlways = ({ second, isReadOnly, isReserveUsed }: Care, { care }: Words): ReadonlyArray<string> => [
  ...(isReadOnly ? [care.readOnly] : []),
  ...(second === "behind" ? [care.behind] : []),
  ...(isReserveUsed ? [care.reserve] : []),
];

/** A device is named by the first letters of its id: the whole of it is for machines. */
const shortId = 6;

const lostText = (lost: ReadonlyArray<LostRun>, care: Words["care"]): string => {
  const count = lost.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0);
  return care.lost(count, lost.map(({ device, fromSeq, toSeq }) => care.run(fromSeq, toSeq, device.slice(0, shortId))).join(", "));
};
