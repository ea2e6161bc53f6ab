/**
 * Whether the phone's clock counts to twelve. The platform has no value for it
 * on the phone, so it is seen in how the phone writes three in the afternoon.
 */
export function countsToTwelve(): boolean {
  const written = new Date(2026, 0, 1, 15).toLocaleTimeString();
  return written.indexOf("15") < 0 && written.indexOf("3") >= 0;
}
