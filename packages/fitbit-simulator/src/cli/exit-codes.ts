/** The run went well. */
export const WENT_WELL = 0;
/** The app died by its own fault; also when the state cannot be kept. */
export const DIED = 1;
