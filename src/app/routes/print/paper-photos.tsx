/**
 * The photos of a visit on paper, each as large as the page lets it be.
 *
 * - PPH1 Those that count, in the order they were taken, each with its time and its words; a struck one stays a line in the timeline.
 */
import type { Photo } from "#core/clinical/photo.ts";
import type { RecordId } from "#core/log/record.ts";
import { chartOf, type ChartLine } from "#projections/chart.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { timeOf } from "../../formats.ts";
import { photoAlt } from "../visit/photo-text.ts";
import { usePicture } from "../visit/use-picture.ts";
import type { Paper } from "./paper.ts";
import "../visit/photo.css";

export const PaperPhotos = ({ file, paper }: { readonly file: VisitFile; readonly paper: Paper }) => {
  const photos = chartOf(file.records).toReversed().flatMap(photoIn);
  if (photos.length === 0) return null;
  return (
    <section className="paper-photos" aria-label={paper.text.words.photo.photo}>
      {photos.map((one) => (
        <PaperPhoto key={one.id} file={file} paper={paper} {...one} />
      ))}
    </section>
  );
};

const photoIn = ({ id, atMs, event, struck }: ChartLine) => (event.type === "v1.PhotoTaken" && struck === null ? [{ id, atMs, photo: event.photo }] : []);

interface PaperPhotoProps {
  readonly file: VisitFile;
  readonly paper: Paper;
  readonly id: RecordId;
  readonly atMs: ChartLine["atMs"];
  readonly photo: Photo;
}

const PaperPhoto = ({ file, paper: { text }, id, atMs, photo }: PaperPhotoProps) => {
  const words = text.words.photo;
  const picture = usePicture(file, id, true);
  const alt = photoAlt(photo, words);
  return (
    <figure>
      <figcaption>
        <span className="number">{timeOf(atMs, text.nowMs, text.language)}</span> {alt}
      </figcaption>
      {picture.is === "here" ? <img src={picture.address} alt={alt} width={photo.width} height={photo.height} /> : <p>{words[picture.is]}</p>}
    </figure>
  );
};
