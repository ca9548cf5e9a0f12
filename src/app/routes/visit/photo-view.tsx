/**
 * A photo in the chart: small in its line, large at a tap.
 *
 * - PHV1 It has a description in words, and opens in a dialog that Escape closes.
 * - PHV2 A struck photo is hidden behind a tap: what was taken of the wrong patient is not on show.
 */
import { useState } from "react";
import type { Photo } from "#core/clinical/photo.ts";
import type { RecordId } from "#core/log/record.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { usePageWords } from "../../page-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { photoAlt, photoHead } from "./photo-text.ts";
import { usePicture } from "./use-picture.ts";
import "./photo.css";

interface PhotoProps {
  readonly file: VisitFile;
  readonly id: RecordId;
  readonly photo: Photo;
}

export const PhotoView = ({ isStruck, ...props }: PhotoProps & { readonly isStruck: boolean }) => {
  const { photo: words } = usePageWords();
  const [isAsked, setAsked] = useState(false);
  if (!isStruck || isAsked) return <Thumb {...props} />;
  return (
    <button type="button" className="button photo-hidden no-print" onClick={() => setAsked(true)}>
      {words.showStruck}
    </button>
  );
};

const Thumb = ({ file, id, photo }: PhotoProps) => {
  const { photo: words } = usePageWords();
  const [isOpen, setOpen] = useState(false);
  const picture = usePicture(file, id, true);
  const alt = photoAlt(photo, words);
  if (picture.is !== "here") return <p className="photo-none soft">{words[picture.is]}</p>;
  return (
    <>
      <button type="button" className="photo-thumb" aria-label={`${words.open}: ${alt}`} onClick={() => setOpen(true)}>
        <img src={picture.address} alt={alt} width={photo.width} height={photo.height} />
      </button>
      {isOpen && (
        <Dialog title={photoHead(photo, words)} onClose={() => setOpen(false)}>
          <figure className="photo-large">
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is larger than the screen is scrolled from the keyboard */}
            <div role="region" aria-label={alt} tabIndex={0}>
              <img src={picture.address} alt={alt} width={photo.width} height={photo.height} />
            </div>
            {photo.words !== undefined && <figcaption>{photo.words}</figcaption>}
          </figure>
        </Dialog>
      )}
    </>
  );
};
