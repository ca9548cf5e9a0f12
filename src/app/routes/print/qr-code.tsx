// A QR code as one black path: sharp at any size, and on any printer.
import encodeQR from "qr";

/** Paper is scratched, wet and bent: a third of the code may be gone. */
const options = { ecc: "high", border: 2 } as const;

export const QrCode = ({ code }: { readonly code: string }) => {
  const rows = encodeQR(code, "raw", options);
  const runs = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-code" viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges" data-code={code} aria-hidden="true" focusable="false">
      <path d={runs.join("")} fill="#000" />
    </svg>
  );
};
