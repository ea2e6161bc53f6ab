declare module "qrcode-terminal" {
  /** Draws a QR code with letters of the terminal, white on black. */
  export function generate(
    text: string,
    options: { readonly small: boolean },
    drawn: (code: string) => void,
  ): void;
}
