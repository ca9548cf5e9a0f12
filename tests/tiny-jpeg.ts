/** A real JPEG of 8 × 6 pixels, in base64. */
import type { Photo } from "#core/clinical/photo.ts";

export const tinyJpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAGAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABgQAAIDAAAAAAAAAAAAAAAAAAAEFmKR/9oACAEBAAA/ABTFm2n/2Q==";
export const tinyPhoto: Photo = { mime: "image/jpeg", width: 8, height: 6, size: 166 };
