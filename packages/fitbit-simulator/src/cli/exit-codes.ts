/** The run went well. */
export const WENT_WELL = 0;
/** The app died by its own fault; also when the simulator itself fails. */
export const DIED = 1;
/** An argument makes no sense, a file cannot be read, a port is taken. */
export const BAD_ARGUMENTS = 2;
