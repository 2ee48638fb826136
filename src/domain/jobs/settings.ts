/** An upload that was never started is somebody's closed tab: kept for a day, in case they come back. */
export const UPLOAD_KEPT_MS = 24 * 60 * 60 * 1000;
