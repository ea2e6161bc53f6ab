/** Pictures of dots; a drawing (SVG) can keep a browser busy for as long as it likes. */
const PICTURE = /^data:image\/(png|jpeg|gif|webp|bmp);base64,[A-Za-z0-9+/=]*$/;

/** The address of a picture that a settings page brings as data; undefined for anything else. */
export function pictureSource(address: unknown): string | undefined {
  return typeof address === "string" && PICTURE.test(address)
    ? address
    : undefined;
}
