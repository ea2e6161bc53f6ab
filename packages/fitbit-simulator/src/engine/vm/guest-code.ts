/** Source that an operation gives back; the sandbox gets the value of the expression. */
export class GuestCode {
  constructor(
    readonly source: string,
    readonly filename: string,
  ) {}
}
