/**
 * The picture of a photo, fetched from the log when it is to be seen.
 *
 * - UPC1 Nothing is fetched before it is asked for, and what is not here is said.
 */
import { useEffect, useState } from "react";
import type { RecordId } from "#core/log/record.ts";
import { pictureOf } from "#projections/with-pictures.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useApp } from "../../app-context.tsx";

export type Picture = { readonly is: "coming" } | { readonly is: "gone" } | { readonly is: "here"; readonly address: string };

export const usePicture = ({ records }: VisitFile, id: RecordId, isWanted: boolean): Picture => {
  const { book } = useApp();
  const readOne = book.is === "open" ? book.feed.readOne : null;
  const [picture, setPicture] = useState<Picture>({ is: "coming" });
  useEffect(() => {
    if (!isWanted || readOne === null) return;
    let isHere = true;
    void pictureOf(records, id, readOne).then((jpeg) => {
      if (isHere) setPicture(jpeg === null ? { is: "gone" } : { is: "here", address: pictureAddress(jpeg) });
    });
    return () => { isHere = false; };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- other records of the visit change nothing about this picture; that there are more of them may mean that it came
  }, [id, isWanted, readOne, records.length]);
  return picture;
};

export const pictureAddress = (jpeg: string): string => `data:image/jpeg;base64,${jpeg.replace(/[^\w+/=]/g, "")}`;
