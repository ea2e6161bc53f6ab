declare module "qrcode-terminal" {
  interface QrCode {
    /** Draws a QR code with letters of the terminal, white on black. To be called as a method. */
    generate(
      text: string,
      options: { readonly small: boolean },
      drawn: (code: string) => void,
    ): void;
  }
  const qrcode: QrCode;
  export default qrcode;
}
