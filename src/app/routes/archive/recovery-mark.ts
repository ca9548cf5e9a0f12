/**
 * The mark that tells which card belongs to which key: the last four signs of the public half. It says nothing of the code.
 *
 * - RMK1 The mark on the card is the mark that settings shows.
 */
export const recoveryMark = (recipient: string): string => recipient.slice(-4).toUpperCase();
