/** Stand-in until the other branch brings it. */
export function showFigure(code: number, mirrored: boolean): void {
  void code;
  void mirrored;
}
export function moveFigure(up: boolean, seconds: number): void {
  void up;
  void seconds;
}
