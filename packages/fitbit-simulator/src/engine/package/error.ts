/** A package that cannot be opened; the message is one line that says what is wrong with it. */
export class PackageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PackageError";
  }
}
